import type { averagedMetrics, PeriodMetric } from "../plan/metrics.ts";
import type { PeriodRange } from "../plan/yearRange.ts";
import type { NumbersOf } from "./numbersOf.ts";

/**
 * Mean over the periods of a year in which the plan ran, by replication, into `into`. Where it had ended before, there are no
 * sharers; what describes the members (indices, `coveredPart`: the covered's part of them) is then that of the last period in
 * which it ran.
 *
 * @param into all 0
 */
export function fillYearMean(
  into: Float64Array,
  numbers: NumbersOf<PeriodMetric>,
  metric: (typeof averagedMetrics)[number],
  [from, to]: PeriodRange,
  lastRunning: Int32Array,
): void {
  for (let t = Math.min(from, ...lastRunning); t < to; t++) {
    const now = valuesIn(numbers, metric, t);
    for (let i = 0; i < into.length; i++) {
      const last = lastRunning[i];
      if (t >= from && t <= last) into[i] += now[i];
      else if (t === last && metric !== "sharers") into[i] = now[i];
    }
  }
  for (let i = 0; i < into.length; i++) into[i] /= Math.max(1, Math.min(to, lastRunning[i] + 1) - from);
}

function valuesIn(
  numbers: NumbersOf<PeriodMetric>,
  metric: (typeof averagedMetrics)[number],
  t: number,
): Float64Array {
  if (metric !== "coveredPart") return numbers(metric, t);
  const members = numbers("members", t);
  return numbers("covered", t).map((covered, i) => (members[i] > 0 ? covered / members[i] : 0));
}
