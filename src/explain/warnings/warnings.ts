import type { Plan } from "../../plan/plan.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import type { UncertainRange, Warning } from "../explanation.ts";
import type { Reference } from "../references.ts";
import { subjectsOf } from "../subject.ts";
import { uncertainRanges } from "../uncertain.ts";
import type { Places } from "../written.ts";
import { coverWarnings } from "./cover.ts";
import { memberWarnings } from "./members.ts";
import { moneyWarnings } from "./money.ts";
import { planWarnings } from "./plan.ts";

/**
 * What is allowed but hardly plausible, by place. What is true in several stages is told of the first, what is true of several pools once.
 *
 * @param places where all is written; without it nothing has a place, which is enough to count
 */
export function warningsOn(
  scenario: Scenario,
  plan: Plan,
  references: readonly Reference[],
  places: Places = new Map(),
): Warning[] {
  const uncertain: readonly UncertainRange[] = uncertainRanges(plan);
  const ofPools = subjectsOf(scenario, plan).flatMap((subjects) =>
    oncePerPool(
      subjects.flatMap((subject) => {
        const judged = { subject, places };
        return [...coverWarnings(judged, references), ...memberWarnings(judged), ...moneyWarnings(judged)];
      }),
    ),
  );
  return [...together(ofPools), ...inShort(planWarnings(scenario, uncertain, places))];
}

/** The same doubt about the same thing, of a pool's first such stage. */
function oncePerPool(warnings: readonly Warning[]): Warning[] {
  const found = new Map<string, Warning>();
  for (const one of warnings) {
    const key = `${one.kind} ${one.about}`;
    if (!found.has(key)) found.set(key, one);
  }
  return inShort([...found.values()]);
}

const mostOfAKind = 3;

/** Of many alike, such as the rows of a large group, only the first is told, with how many more there are. */
function inShort(warnings: readonly Warning[]): Warning[] {
  return warnings.flatMap((one) => {
    const alike = warnings.filter(({ kind }) => kind === one.kind);
    if (alike.length <= mostOfAKind) return [one];
    return alike[0] === one ? [{ ...one, more: alike.length - 1 }] : [];
  });
}

/** What is written once for several pools is told once. */
function together(warnings: readonly Warning[]): Warning[] {
  const found = new Map<string, Warning>();
  for (const one of warnings) {
    const { pools, ...same } = one;
    const key = JSON.stringify(same);
    found.set(key, { ...one, pools: [...(found.get(key)?.pools ?? []), ...pools] });
  }
  return [...found.values()];
}
