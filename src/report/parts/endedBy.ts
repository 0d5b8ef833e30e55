import type { Estimate } from "../../statistics/figure.ts";
import type { SeriesResult } from "../../statistics/results.ts";
import type { Sampling } from "../../statistics/standardError.ts";
import { stillRunning } from "../../statistics/stillRunning.ts";

/**
 * For each period the probability of having ended in it or before by one cause (cumulative incidence): the portion of all
 * replications, because nothing censors but the calendar's end, which is the same for all.
 *
 * @param ending index into `endingCauses`
 * @example of four replications of which one ends by the cause in period 0 and one in period 2: 1/4, 1/4, 1/2.
 */
export function endedBy(
  { lastRunning, endings }: Pick<SeriesResult, "lastRunning" | "endings">,
  ending: number,
  periods: number,
  sampling: Sampling,
): Estimate[] {
  // Who did not end by it runs, as far as it is concerned, beyond the last period.
  const lasts = lastRunning.map((last, replication) => (endings[replication] === ending ? last : periods));
  const running = stillRunning(lasts, periods + 1, sampling).slice(1);
  return running.map(({ value, se }) => ({ value: 1 - value, se }));
}
