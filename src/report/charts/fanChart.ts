import type { TopLevelSpec } from "vega-lite";
import type { Figure } from "../../statistics/figure.ts";
import type { Mark } from "../report.ts";
import { makeTable, number, type Table, text } from "../tables/table.ts";
import type { Chart, Frame, LegendEntry } from "./chart.ts";
import type { FanPoint, FanRow } from "./fan.ts";
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
  return {
    ...{ id, title, caption, width },
    description: `Fan chart of ${what}. ${title}.`,
    legend: [...fanLegend, ...observedLegend(points, observed)],
    draw: (frame) => spec(frame, axis, rows, points, marks),
    table: tableOf(rows, unit),
  };
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
      ...markLayers(marks, x),
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
function markLayers(marks: readonly Mark[], x: ReturnType<typeof timeX>) {
  if (marks.length === 0) return [];
  const data = { values: marks.map(({ date }, i) => ({ at: Date.parse(date), number: `${i + 1}` })) };
  return [
    { data, mark: { type: "rule" as const, color: muted, strokeDash: [1, 3] }, encoding: { x } },
    {
      data,
      mark: { type: "text" as const, align: "left" as const, baseline: "top" as const, dx: 2, color: muted },
      encoding: { x, y: { value: 1 }, text: { field: "number" } },
    },
  ];
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
