import { formatDate, formatNumber } from "../format.ts";
import type { Report, ReportPeriod } from "../report.ts";
import { isTelling } from "../wording.ts";

/** Membership at its highest and at its last. */
export function membersFinding({ periods }: Report): string | null {
  const running = periods.filter(
    (period) => isTelling(period) && period.members !== null && period.members.q95 > 0,
  );
  const first = running[0];
  const last = running.at(-1);
  if (!first || !last) return null;
  const peak = running.reduce((best, period) => (median(period) > median(best) ? period : best));
  if (median(peak) === 0) return null;
  const least = running.reduce((low, period) => Math.min(low, median(period)), median(peak));
  if (least > 0.97 * median(peak)) return `Membership stays at about ${formatNumber(median(peak))}.`;
  if (peak === last)
    return `Membership is at its highest at the end, at ${formatNumber(median(last))} members in the median.`;
  const survivors = last.running.value < 1 ? "in those histories that still run" : "in the median";
  if (peak === first)
    return `Membership falls from ${formatNumber(median(first))} to ${formatNumber(median(last))} on ${formatDate(last.date)}, ${survivors}.`;
  return `Membership is at its highest around ${formatDate(peak.date)}, with ${formatNumber(median(peak))} members in the median, and ${formatNumber(median(last))} on ${formatDate(last.date)}, ${survivors}.`;
}

function median({ members }: ReportPeriod): number {
  return members?.q50 ?? 0;
}
