import { type AgeYear, aidByAge, type MeanFlows } from "../plan/aidByAge.ts";
import { centralFactors } from "../plan/centralFactors.ts";
import type { PeriodMetric } from "../plan/metrics.ts";
import { central } from "../plan/parameters.ts";
import type { Plan, PoolPlan } from "../plan/plan.ts";
import { lastPeriodOf } from "../plan/yearRange.ts";
import { coversYear } from "../scenario/coversYear.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { Results, SeriesResult } from "./results.ts";

/**
 * Who pays for whom by age and sex, pool by pool: in the last complete year through which at least half of the replications ran, and
 * that has expected aid.
 */
export function whoPaysByAge(
  { calendar }: Pick<Scenario, "calendar">,
  plan: Plan,
  results: Results,
): AgeYear[] {
  const complete = plan.years.filter((year) => coversYear(calendar, year)).reverse();
  return plan.pools.flatMap((pool, p) => {
    const series = results.series[plan.pools.length > 1 ? p + 1 : 0];
    const flows = meanFlows(pool, series);
    const ran = complete.filter((year) => hasRun(series, lastPeriodOf(plan.periods, year)));
    for (const year of ran) {
      const groups = aidByAge(pool, year, flows);
      if (groups.some(({ expectedAid }) => expectedAid > 0)) return [{ pool: pool.name, year, groups }];
    }
    return [];
  });
}

function hasRun({ periods }: SeriesResult, t: number): boolean {
  return periods[t].running.value >= 0.5;
}

function meanFlows({ joining, draws, rules, copies }: PoolPlan, { periods }: SeriesResult): MeanFlows {
  const mean = (metric: PeriodMetric) => periods.map(({ figures }) => figures[metric]?.mean ?? 0);
  const [members, lapsed, defaulted, risk] = (
    ["members", "lapsed", "defaulted", "riskOfMembers"] as const
  ).map(mean);
  const { relativeRisks } = centralFactors(rules[0], draws);
  const portions = rules[0].classes.map(({ portion }) => central(portion, draws));
  const all = portions.reduce((sum, portion) => sum + portion, 0);
  const atStart = portions.reduce((sum, portion, k) => sum + (portion / all) * relativeRisks[k], 0);
  return {
    initial: copies * central(joining.initial, draws),
    joiners: mean("joiners"),
    movedIn: mean("movedIn"),
    left: members.map((_, t) =>
      t > 0 && members[t - 1] > 0 ? Math.min(1, (lapsed[t] + defaulted[t]) / members[t - 1]) : 0,
    ),
    risk: risk.map((relative) => relative * atStart),
  };
}
