import type { TopLevelSpec } from "vega-lite";
import type { Figure } from "../../statistics/figure.ts";
import { formatDate } from "../format.ts";
import type { HistoryPoint, Report, ReportPeriod } from "../report.ts";
import { makeTable, number, type Table, text } from "../tables/table.ts";
import { isTelling } from "../wording.ts";
import type { Frame, LegendEntry } from "./chart.ts";
import { accent, fromZero, innerBand, numberLabel, observedColor, outerBand, paper } from "./theme.ts";
import { thinned } from "./thinned.ts";
import { timeAxis } from "./timeAxis.ts";

/** Points of a fan: the quantiles of a metric at a settlement. */
export interface FanRow {
  readonly date: string;
  readonly figure: Figure;
}

export interface FanPoint {
  readonly date: string;
  readonly observed: number;
}

/** Settlements at which enough plans run to tell; at most 400 of them, evenly spread. */
export function fanRows(
  report: Report,
  of: (period: ReportPeriod) => Figure | null,
  isShown: (period: ReportPeriod) => boolean = isTelling,
): FanRow[] {
  const rows = report.periods.flatMap((period) => {
    const figure = of(period);
    return figure && isShown(period) ? [{ date: period.date, figure }] : [];
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

export const fanLegend: readonly LegendEntry[] = [
  { label: "median", kind: "line", color: accent },
  { label: "half of all histories", kind: "area", color: innerBand },
  { label: "nine in ten", kind: "area", color: outerBand },
];

export function observedLegend(points: readonly unknown[], label = "observed"): LegendEntry[] {
  return points.length > 0 ? [{ label, kind: "point", color: observedColor }] : [];
}

/** Bands of 5 – 95 % and 25 – 75 % around the median, and what was observed on top. */
export function fanSpec(
  frame: Frame,
  unit: string,
  rows: readonly FanRow[],
  points: readonly FanPoint[],
): TopLevelSpec {
  const data = rows.map(({ date, figure: { q05, q25, q50, q75, q95 } }) => ({
    at: Date.parse(date),
    q05,
    q25,
    q50,
    q75,
    q95,
  }));
  const x = {
    field: "at",
    type: "temporal" as const,
    scale: { type: "utc" as const },
    axis: timeAxis(
      frame,
      rows.map(({ date }) => date),
    ),
  };
  const y = (field: string) => ({
    field,
    type: "quantitative" as const,
    title: unit,
    axis: { labelExpr: numberLabel },
    scale: fromZero,
  });
  return {
    data: { values: data },
    layer: [
      { mark: { type: "area", color: outerBand }, encoding: { x, y: y("q05"), y2: { field: "q95" } } },
      { mark: { type: "area", color: innerBand }, encoding: { x, y: y("q25"), y2: { field: "q75" } } },
      { mark: { type: "line", color: accent }, encoding: { x, y: y("q50") } },
      {
        data: { values: points.map(({ date, observed }) => ({ at: Date.parse(date), observed })) },
        mark: {
          type: "point",
          shape: "diamond",
          filled: true,
          size: 70,
          color: observedColor,
          stroke: paper,
          strokeWidth: 1,
          opacity: 1,
        },
        encoding: { x, y: y("observed") },
      },
    ],
  };
}

export function fanTable(rows: readonly FanRow[], unit: string): Table {
  return makeTable(rows, [
    text("Settled", ({ date }) => date),
    number("5 %", unit, ({ figure }) => figure.q05),
    number("25 %", unit, ({ figure }) => figure.q25),
    number("Median", unit, ({ figure }) => figure.q50),
    number("75 %", unit, ({ figure }) => figure.q75),
    number("95 %", unit, ({ figure }) => figure.q95),
    number("Mean", unit, ({ figure }) => figure.mean),
  ]);
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
    ? " Only histories whose plan still runs at the time are counted, as long as at least one in twenty runs."
    : "";
}
