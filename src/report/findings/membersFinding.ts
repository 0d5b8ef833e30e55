import { formatDate, formatNumber } from "../format.ts";
import type { Report, ReportPeriod } from "../report.ts";
import { areNear, steadyMedian } from "../steady.ts";
import { mostStillRun } from "../wording.ts";

/** Membership at its highest and at its last. */
export function membersFinding({ periods }: Report): string | null {
  const running = periods.filter(
    (period) => mostStillRun(period) && period.members !== null && period.members.q95 > 0,
  );
  const first = running[0];
  const last = running.at(-1);
  if (!first || !last) return null;
  const peak = running.reduce((best, period) => (median(period) > median(best) ? period : best));
  if (median(peak) === 0) return null;
  const figures = running.map(({ members }) => members).filter((members) => members !== null);
  const steady = steadyMedian(figures);
  if (steady !== null) return `Membership stays at about ${formatNumber(steady)}.`;
  const survivors = last.running.value < 1 ? "in those replications that still run" : "in the median";
  if (isNear(peak, last) && !isNear(first, last))
    return `Membership grows from ${formatNumber(median(first))} to ${formatNumber(median(last))} on ${formatDate(last.date)}, ${survivors}.`;
  if (isNear(peak, first) && !isNear(first, last))
    return `Membership falls from ${formatNumber(median(first))} to ${formatNumber(median(last))} on ${formatDate(last.date)}, ${survivors}.`;
  return `Membership is at its highest around ${formatDate(peak.date)}, with ${formatNumber(median(peak))} members in the median, and ${formatNumber(median(last))} on ${formatDate(last.date)}, ${survivors}.`;
}

function isNear(a: ReportPeriod, b: ReportPeriod): boolean {
  return a.members !== null && b.members !== null && areNear(a.members, b.members);
}

function median({ members }: ReportPeriod): number {
  return members?.q50 ?? 0;
}
