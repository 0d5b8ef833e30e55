import { type Cause, causes } from "../scenario/causes.ts";
import type { MemberClass, PoolScenario, Scenario, Stage } from "../scenario/scenario.ts";
import { withoutCauses } from "./withoutCauses.ts";

/** The causes of growth that do anything in a scenario: without them it would be another. */
export function activeCauses(scenario: Scenario): Cause[] {
  return causes.filter((cause) => !scenario.without.includes(cause) && isActive(scenario, cause));
}

function isActive(scenario: Scenario, cause: Cause): boolean {
  const { pools } = scenario;
  switch (cause) {
    case "ageing":
      return pools.some(({ group }) => group === null);
    case "selection":
      return pools.some(leaveApart);
    case "joiners":
      return pools.some(joinApart) || changesNumbers(scenario, cause);
    default:
      return changesNumbers(scenario, cause);
  }
}

function changesNumbers(scenario: Scenario, cause: Cause): boolean {
  const { pools, shocks } = withoutCauses({ ...scenario, without: [cause] });
  return !saysTheSame(pools, scenario.pools) || !saysTheSame(shocks, scenario.shocks);
}

/** Pieces of scenarios, key by key. What was left as it was, tables among it, is the same object and not looked into. */
function saysTheSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const [ofA, ofB] = [new Map(Object.entries(a)), Object.entries(b)];
  return (
    ofA.size === ofB.length && ofB.every(([key, value]) => ofA.has(key) && saysTheSame(ofA.get(key), value))
  );
}

/** Whether classes may leave each in its own way, and one is a worse risk than another. */
function leaveApart({ stages, group }: PoolScenario): boolean {
  if (group) {
    const reacts = group.some(({ reaction }) => reaction.kind !== "none");
    return (
      differ(group.map(({ lapse, reaction }) => ({ lapse, reaction }))) || (reacts && stages.some(asksApart))
    );
  }
  return stages.some((stage) => {
    const classes = stage.members?.classes ?? [];
    if (!differ(classes.map(({ relativeRisk }) => relativeRisk))) return false;
    const leaving = classes.map(({ lapse, reaction, topUp }) => ({ lapse, reaction, topUp }));
    const reacts = classes.some(({ reaction }) => reaction.kind !== "none");
    return differ(leaving) || (reacts && (asksApart(stage) || classes.some(expectsOwn)));
  });
}

/** Members of different classes may be asked for different shares, and so react apart though they react alike. */
const asksApart = ({ sharing }: Stage) => sharing.rule.kind !== "equal";

/** The reaction is to what the class itself may expect. */
const expectsOwn = ({ reaction }: MemberClass) =>
  "reference" in reaction && reaction.reference === "expectedAid";

function joinApart({ stages }: PoolScenario): boolean {
  return stages.some(({ members }) => (members?.classes ?? []).some(({ joins }) => joins.kind !== "none"));
}

const differ = (all: readonly unknown[]) => new Set(all.map((one) => JSON.stringify(one))).size > 1;
