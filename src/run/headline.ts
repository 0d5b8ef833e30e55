import type { Plan } from "../plan/plan.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { Tally } from "../statistics/tally.ts";
import { coversYear } from "./facts.ts";

/** The figure that progress shows: the share of the last complete year, else of the whole run. */
export interface Headline {
  readonly label: string;
  /** Index into `plan.columns`. */
  readonly column: number;
}

/** Which figure that is. */
export function headlineOf(scenario: Scenario, plan: Plan): Headline {
  const year = plan.years.findLast((one) => coversYear(scenario.calendar, one));
  const name = year === undefined ? "total.share" : `years.${year}.share`;
  const label = year === undefined ? "share" : `share ${year}`;
  return { label, column: plan.columns.findIndex((column) => column.name === name) };
}

/** Its mean over the replications done, with its standard error sd / sqrt(n). O(replications). */
export function headlineFigure(
  { columns, capacity, count }: Tally,
  { column }: Headline,
): { mean: number; se: number } {
  const values = columns.subarray(column * capacity, column * capacity + count);
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, se: count > 1 ? Math.sqrt(squares / (count - 1) / count) : 0 };
}
