import type { TopLevelSpec } from "vega-lite";
import type { Figure } from "../../statistics/figure.ts";
import { formatDate, formatObserved } from "../format.ts";
import type { Mark } from "../report.ts";
import { makeTable, number, type Table, text } from "../tables/table.ts";
import type { Chart, Frame, LegendEntry, Reading } from "./chart.ts";
import type { FanPoint, FanRow } from "./fan.ts";
import { datedReadings, merged } from "./readings.ts";
import { accent, innerBand, muted, observedColor, outerBand, paper } from "./theme.ts";
import { timeX } from "./timeAxis.ts";
import { valueY } from "./valueAxis.ts";

/** What distinguishes one fan from another. */
export interface FanChart extends Pick<Chart, "id" | "title" | "caption" | "width"> {
  /** "Fan chart of ...": what it shows. */
  readonly what: string;
  /** Above the axis. */
  readonly axis: string;
  /** Of the table's numbers; "": none. */
  readonly unit: string;
  readonly rows: readonly FanRow[];
  readonly points: readonly FanPoint[];
  /** Days to number by upright lines, within the time shown. */
  readonly marks?: readonly Mark[];
  /** What the points are. */
  readonly observed?: string;
}

/** A metric over time: its median, the bands around it, and what was observed. */
export function fanChart(fan: FanChart): Chart {
  const { id, title, caption, width, what, axis, unit, rows, points, marks = [], observed } = fan;
  const table = tableOf(rows, unit);
  return {
    ...{ id, title, caption, width },
    description: `Fan chart of ${what}. ${title}.`,
    legend: [...fanLegend, ...observedLegend(points, observed)],
    draw: (frame) => spec(frame, axis, rows, points, marks),
    table,
    readings: merged([...datedReadings(table), ...pointReadings(fan), ...marks.map(markReading)]),
  };
}

/** What was observed, by the day. */
function pointReadings({ points, unit, observed = "observed" }: FanChart): Reading[] {
  return points.map(({ date, observed: value }) => ({
    at: Date.parse(date),
    head: formatDate(date),
    values: [[observed, `${formatObserved(value)} ${unit}`.trim()]],
  }));
}

/** What a numbered line is. */
function markReading({ date, label }: Mark, i: number): Reading {
  return { at: Date.parse(date), head: formatDate(date), values: [[`Line ${i + 1}`, label]] };
}

const fanLegend: readonly LegendEntry[] = [
  { label: "median", kind: "line", color: accent },
  { label: "half of all replications", kind: "area", color: innerBand },
  { label: "nine in ten", kind: "area", color: outerBand },
];

export function observedLegend(points: readonly unknown[], label = "observed"): LegendEntry[] {
  return points.length > 0 ? [{ label, kind: "point", color: observedColor }] : [];
}

/** Bands of 5 – 95 % and 25 – 75 % around the median, and what was observed on top. */
function spec(
  frame: Frame,
  axis: string,
  rows: readonly FanRow[],
  points: readonly FanPoint[],
  marks: readonly Mark[],
): TopLevelSpec {
  const most = rows.reduce((largest, { figure }) => Math.max(largest, Math.abs(figure.q95)), 0);
  const data = rows.map(({ date, figure }) => ({ at: Date.parse(date), ...quantilesOf(figure, most) }));
  const x = timeX(
    frame,
    rows.map(({ date }) => date),
  );
  const y = (field: string) => valueY(field, axis);
  return {
    data: { values: data },
    layer: [
      { mark: { type: "area", color: outerBand }, encoding: { x, y: y("q05"), y2: { field: "q95" } } },
      { mark: { type: "area", color: innerBand }, encoding: { x, y: y("q25"), y2: { field: "q75" } } },
      ...markLayers(frame, rows, marks, x),
      { mark: { type: "line", color: accent }, encoding: { x, y: y("q50") } },
      {
        data: { values: points.map(({ date, observed }) => ({ at: Date.parse(date), observed })) },
        mark: observedMark,
        encoding: { x, y: y("observed") },
      },
    ],
  };
}

/** What is 0 but for rounding, beside the most there is, is 0: the axis need not reach below it. */
function quantilesOf({ q05, q25, q50, q75, q95 }: Figure, most: number) {
  const rounded = (value: number) => (Math.abs(value) < 1e-9 * most ? 0 : value);
  return {
    q05: rounded(q05),
    q25: rounded(q25),
    q50: rounded(q50),
    q75: rounded(q75),
    q95: rounded(q95),
  };
}

/** A thin line for each mark, its number at the top. */
function markLayers(
  { width, fontSize }: Frame,
  rows: readonly FanRow[],
  marks: readonly Mark[],
  x: ReturnType<typeof timeX>,
) {
  if (marks.length === 0) return [];
  const times = marks.map(({ date }) => Date.parse(date));
  const span = Date.parse(rows[rows.length - 1].date) - Date.parse(rows[0].date);
  const lines = staggered(times, (span / width) * fontSize * 1.4);
  const data = {
    values: times.map((at, i) => ({ at, number: `${i + 1}`, top: 1 + lines[i] * fontSize })),
  };
  return [
    { data, mark: { type: "rule" as const, color: muted, strokeDash: [1, 3] }, encoding: { x } },
    {
      data,
      mark: { type: "text" as const, align: "left" as const, baseline: "top" as const, dx: 2, color: muted },
      encoding: {
        x,
        y: { field: "top", type: "quantitative" as const, scale: null },
        text: { field: "number" },
      },
    },
  ];
}

/** For each number the highest line on which none is nearer than `apart`; the last of three where there is none. */
function staggered(times: readonly number[], apart: number): number[] {
  const ends = [-Infinity, -Infinity, -Infinity];
  return times.map((at) => {
    const free = ends.findIndex((end) => at - end >= apart);
    const line = free < 0 ? ends.length - 1 : free;
    ends[line] = at;
    return line;
  });
}

/** A diamond, as the legend has it. */
export const observedMark = {
  type: "point",
  shape: "diamond",
  filled: true,
  size: 70,
  color: observedColor,
  stroke: paper,
  strokeWidth: 1,
  opacity: 1,
} as const;

function tableOf(rows: readonly FanRow[], unit: string): Table {
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
