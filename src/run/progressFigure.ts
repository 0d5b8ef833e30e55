import type { Plan } from "../plan/plan.ts";
import { coversYear } from "../scenario/coversYear.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { Estimate } from "../statistics/figure.ts";
import { meanOf, standardError } from "../statistics/standardError.ts";
import type { Tally } from "../statistics/tally.ts";
import { isClustered } from "./isClustered.ts";

/** The figure that progress shows: the share of the last complete year, else of the whole run. */
export interface ProgressFigure {
  readonly label: string;
  /** Index into `plan.columns`. */
  readonly column: number;
  readonly plan: Plan;
}

/** Which figure that is. */
export function progressFigureOf(scenario: Scenario, plan: Plan): ProgressFigure {
  const year = plan.years.findLast((one) => coversYear(scenario.calendar, one));
  const name = year === undefined ? "total.share" : `years.${year}.share`;
  return {
    label: year === undefined ? "share" : `share ${year}`,
    column: plan.columns.findIndex((column) => column.name === name),
    plan,
  };
}

/** Its mean over the replications done, one at least, with its standard error as the report will have it. O(replications). */
export function progressEstimate(
  { columns, capacity, count, blockCounts }: Tally,
  { column, plan }: ProgressFigure,
): Estimate {
  const values = columns.subarray(column * capacity, column * capacity + count);
  return {
    value: meanOf(values),
    se: standardError(values, { clustered: isClustered(plan, blockCounts.length), blockCounts }),
  };
}
