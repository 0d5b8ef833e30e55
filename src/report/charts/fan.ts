import type { Figure } from "../../statistics/figure.ts";
import { formatDate } from "../format.ts";
import type { HistoryPoint, Report, ReportPeriod } from "../report.ts";
import { isTelling } from "../wording.ts";
import { thinned } from "./thinned.ts";

/** Points of a fan: the quantiles of a metric at a settlement. */
export interface FanRow {
  readonly date: string;
  readonly figure: Figure;
  /** Part of the replications whose plan still runs. */
  readonly running: number;
}

export interface FanPoint {
  readonly date: string;
  readonly observed: number;
  /** The scenario follows it. */
  readonly input: boolean;
}

/** Settlements at which enough plans run to tell; at most 400 of them, evenly spread. */
export function fanRows(
  report: Report,
  of: (period: ReportPeriod) => Figure | null,
  isShown: (period: ReportPeriod) => boolean = isTelling,
): FanRow[] {
  const rows = report.periods.flatMap((period) => {
    const figure = of(period);
    return figure && isShown(period) ? [{ date: period.date, figure, running: period.running.value }] : [];
  });
  return thinned(rows);
}

/** Observed points of a figure within the time that was simulated. */
export function fanPoints(
  history: readonly HistoryPoint[],
  figure: string,
  rows: readonly FanRow[],
): FanPoint[] {
  const first = rows[0]?.date ?? "";
  const last = rows.at(-1)?.date ?? "";
  return history.filter((point) => point.figure === figure && point.date >= first && point.date <= last);
}

/** Rows that a title may speak of: those at which at least half of the replications still run; all where there are none. */
export function rowsForTitles(rows: readonly FanRow[]): readonly FanRow[] {
  const telling = rows.filter(({ running }) => running >= 0.5);
  return telling.length > 0 ? telling : rows;
}

/** ", of the plans that still run" where some have ended by then. */
export function ofThoseRunning({ running }: FanRow): string {
  return running < 1 ? ", of the plans that still run" : "";
}

/** Where the median is highest. */
export function peakOf(rows: readonly FanRow[]): FanRow {
  return rows.reduce((best, row) => (row.figure.q50 > best.figure.q50 ? row : best));
}

/** "From 14 Jan 2019 to 28 Dec 2021." */
export function spanOf(rows: readonly FanRow[]): string {
  const first = rows[0];
  const last = rows.at(-1);
  return first && last ? `From ${formatDate(first.date)} to ${formatDate(last.date)}.` : "";
}

/** Says that only plans that still run count, where some have ended. */
export function runningOnly({ periods }: Report): string {
  return periods.some(({ running }) => running.value > 0 && running.value < 1)
    ? " Of the plans that still run at the time, as long as at least one in twenty does."
    : "";
}
