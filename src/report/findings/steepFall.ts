import { type LeavingReason, leavingReasons, meanLeavers } from "../leavers.ts";
import type { Report, ReportPeriod } from "../report.ts";
import { mostStillRun } from "../wording.ts";

/** How steeply the sharers went away, by the medians of their number. */
export interface SteepFall {
  readonly from: ReportPeriod;
  readonly to: ReportPeriod;
  /** Part of the sharers lost between the two. */
  readonly part: number;
  /** Why most of those left who left between the two, and which part of them; null: nobody left. */
  readonly reason: { readonly key: LeavingReason; readonly part: number } | null;
}

const halfYear = 184;
const leastPart = 0.4;

/**
 * The largest relative fall of the median of sharers within half a year, from at least half of its highest; null where it is
 * less than 40 %.
 */
export function steepFall(report: Report): SteepFall | null {
  const periods = report.periods.filter((period) => mostStillRun(period) && period.sharers !== null);
  const most = periods.reduce((largest, period) => Math.max(largest, median(period)), 0);
  let steepest: Fall | null = null;
  for (const [i, from] of periods.entries()) {
    if (median(from) === 0 || median(from) < most / 2) continue;
    const fall = fallFrom(from, periods, i + 1);
    if (fall.part > (steepest?.part ?? 0)) steepest = fall;
  }
  if (steepest === null || steepest.part < leastPart) return null;
  return { ...steepest, reason: mainReason(report, steepest) };
}

type Fall = Pick<SteepFall, "from" | "to" | "part">;

/** To where the median is least within half a year; `next`: the index of the period after it. */
function fallFrom(from: ReportPeriod, periods: readonly ReportPeriod[], next: number): Fall {
  let to = from;
  for (let i = next; i < periods.length && daysBetween(from.date, periods[i].date) <= halfYear; i++)
    if (median(periods[i]) < median(to)) to = periods[i];
  return { from, to, part: 1 - median(to) / median(from) };
}

function mainReason({ periods }: Report, { from, to }: Fall): SteepFall["reason"] {
  const between = periods.filter(({ date }) => date > from.date && date <= to.date);
  const counts = leavingReasons.map(({ key }) => ({
    key,
    left: between.reduce((sum, period) => sum + meanLeavers(period, key), 0),
  }));
  const all = counts.reduce((sum, { left }) => sum + left, 0);
  const main = counts.reduce((most, other) => (other.left > most.left ? other : most));
  return all > 0 ? { key: main.key, part: main.left / all } : null;
}

/** From one ISO date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

function median({ sharers }: ReportPeriod): number {
  return sharers?.q50 ?? 0;
}
