import type { PeriodMetric } from "../plan/metrics.ts";
import type { Period, SpiralRule } from "../plan/plan.ts";
import { decimalYear } from "../scenario/day.ts";
import type { NumbersOf } from "./numbersOf.ts";

/**
 * The settlement, as a year with its part, at which the share of the last year was first above its limit while members were below
 * theirs; Infinity where that never was while the plan ran. By replication, into `into`.
 *
 * A limit in times waits for the first complete calendar year with a share above 0: its share is the one meant. A number of members
 * counts once there were as many, a part is of the most so far.
 */
export function fillSpiralYear(
  into: Float64Array,
  numbers: NumbersOf<PeriodMetric>,
  rule: SpiralRule,
  periods: readonly Period[],
  lastRunning: Int32Array,
): void {
  into.fill(Number.POSITIVE_INFINITY);
  const { share, members } = rule;
  const limits = into.map(() => (share.kind === "amount" ? share.value : Number.POSITIVE_INFINITY));
  const most = new Float64Array(into.length);
  for (let t = 0; t < periods.length; t++) {
    const [asked, there] = [numbers("shareRollingYear", t), numbers("members", t)];
    const isYearEnd = rule.yearEnds.includes(t);
    for (let i = 0; i < into.length; i++) {
      if (t > lastRunning[i] || into[i] !== Number.POSITIVE_INFINITY) continue;
      most[i] = Math.max(most[i], there[i]);
      if (asked[i] > limits[i] && there[i] < membersLimit(members, most[i]))
        into[i] = decimalYear(periods[t].date);
      if (isYearEnd && limits[i] === Number.POSITIVE_INFINITY && asked[i] > 0)
        limits[i] = share.value * asked[i];
    }
  }
}

function membersLimit({ kind, value }: SpiralRule["members"], most: number): number {
  if (kind === "part") return value * most;
  return most >= value ? value : 0;
}
