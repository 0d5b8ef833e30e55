import { explain } from "../../explain/explain.ts";
import type { Reference } from "../../explain/references.ts";
import { subjectsOf } from "../../explain/subject.ts";
import type { Places } from "../../explain/written.ts";
import type { Plan } from "../../plan/plan.ts";
import { isoDate } from "../../scenario/day.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import type { Explained } from "./explained.ts";
import { tell } from "./told.ts";
import { warningInWords } from "./words/warnings.ts";

/** All that `makeExplained` needs. */
export interface ExplainInputs {
  readonly scenario: Scenario;
  /** Without the fast engine's cells it will do. */
  readonly plan: Plan;
  /** Tables to compare rates with. */
  readonly references: readonly Reference[];
  readonly places: Places;
  /** The scenario's file as given on the command line. */
  readonly file: string;
  readonly overrides: readonly string[];
  /** Version of fentan. */
  readonly version: string;
}

/** What a scenario assumes, in numbers and in words: explain.json. */
export function makeExplained(inputs: ExplainInputs): Explained {
  const { scenario, plan, references, places, file, overrides, version } = inputs;
  const { title, purpose, currency, calendar } = scenario;
  const explanation = explain(scenario, plan, references, places);
  return {
    fentan: version,
    scenario: { title, purpose, currency, file, overrides },
    calendar: { from: isoDate(calendar.from), to: isoDate(calendar.to), periodsPerYear: plan.periodsPerYear },
    ...explanation,
    warnings: explanation.warnings.map((one) => ({ ...one, words: warningInWords(one, currency) })),
    told: tell(scenario, subjectsOf(scenario, plan), explanation, places),
  };
}
