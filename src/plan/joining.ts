import { daysPerYear } from "../scenario/day.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { Parameters } from "./parameters.ts";
import { partsBetween, wholePeriods } from "./periods.ts";
import type { Cohort, Period, PlanJoining } from "./plan.ts";

/** The inflow of members by period, as far as it is known before the run. */
export function makeJoining(
  scenario: Scenario,
  periods: readonly Period[],
  parameters: Parameters,
): PlanJoining {
  const { joining, group } = scenario;
  const { param } = parameters;
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
  };
}

/**
 * A cohort for the initial members (joined long enough ago to be covered), and one for each period in which somebody
 * may join. Their ages and waiting are those of the rules then in force.
 */
export function makeCohorts(
  joining: PlanJoining,
  periods: readonly Period[],
  longestWaitingDays: number,
  perYear: number,
): Cohort[] {
  const cohorts: Cohort[] = [];
  if (joining.initial !== 0)
    cohorts.push({ joined: -1 - wholePeriods(longestWaitingDays, perYear), stage: 0 });
  periods.forEach(({ beyond, stage }, t) => {
    const open =
      joining.bass !== null || joining.target[t] >= 0 || joining.scheduled.some(({ years }) => years[t] > 0);
    if (open && !beyond) cohorts.push({ joined: t, stage });
  });
  return cohorts;
}

function yearsBetween(periods: readonly Period[], from: number, to: number): Float64Array {
  return partsBetween(periods, from, to).map(
    (part, t) => (part * (periods[t].date - periods[t].from + 1)) / daysPerYear,
  );
}

/** Linear between the given days; -1 before the first and after the last. */
function targets(points: Scenario["joining"]["target"], periods: readonly Period[]): Float64Array {
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
