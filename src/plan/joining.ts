import { daysPerYear } from "../scenario/day.ts";
import type { Joining, PoolScenario } from "../scenario/scenario.ts";
import type { Parameters } from "./parameters.ts";
import { partsBetween } from "./periods.ts";
import type { Period, PlanJoining } from "./plan.ts";

/** The inflow of members by period, as far as it is known before the run. */
export function makeJoining(
  { joining, group }: PoolScenario,
  periods: readonly Period[],
  { param }: Parameters,
): PlanJoining {
  return {
    initial: group ? group.reduce((sum, row) => sum + row.number, 0) : param(joining.initial),
    scheduled: joining.schedule.map(({ from, to, perYear }) => ({
      perYear: param(perYear),
      years: yearsBetween(periods, from, to),
    })),
    target: targets(joining.target, periods),
    bass: joining.bass && {
      potential: param(joining.bass.potential),
      innovation: param(joining.bass.innovation),
      imitation: param(joining.bass.imitation),
    },
    rejoin: param(joining.rejoin),
  };
}

function yearsBetween(periods: readonly Period[], from: number, to: number): Float64Array {
  return partsBetween(periods, from, to).map(
    (part, t) => (part * (periods[t].date - periods[t].from + 1)) / daysPerYear,
  );
}

/** Linear between the given days; -1 before the first and after the last. */
function targets(points: Joining["target"], periods: readonly Period[]): Float64Array {
  return Float64Array.from(periods, ({ date }) => {
    const next = points.findIndex(({ day }) => day >= date);
    if (next < 0) return -1;
    const after = points[next];
    if (after.day === date) return after.members;
    if (next === 0) return -1;
    const before = points[next - 1];
    return (
      before.members + ((after.members - before.members) * (date - before.day)) / (after.day - before.day)
    );
  });
}
