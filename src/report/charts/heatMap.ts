import type { TopLevelSpec } from "vega-lite";
import { formatNumber } from "../format.ts";
import type { Frame, LegendEntry } from "./chart.ts";
import { ink, lowering, paper, raising } from "./theme.ts";

export interface HeatCell {
  readonly row: string;
  readonly column: string;
  readonly value: number;
}

/** Two colours, orange and blue, that who sees no red or green tells apart; the nearer to 0 the paler. */
export function heatLegend(above: string, below: string): LegendEntry[] {
  return [
    { label: above, kind: "area", color: raising },
    { label: below, kind: "area", color: lowering },
  ];
}

/** Cells coloured from below 0 over 0, the paper, to above; each has its number. Rows and columns in the order given. */
export function heatMapSpec(frame: Frame, cells: readonly HeatCell[]): TopLevelSpec {
  const most = Math.max(...cells.map(({ value }) => Math.abs(value))) || 1;
  const [rows, columns] = [namesOf(cells, "row"), namesOf(cells, "column")];
  const values = cells.map(({ row, column, value }) => ({
    row: rows.indexOf(row),
    column: columns.indexOf(column),
    text: formatNumber(value, 2),
    color: value >= 0 ? raising : lowering,
    strength: 0.75 * (Math.abs(value) / most),
  }));
  // By number, as names may be anything: also such as objects have already.
  const place = (field: "row" | "column", names: readonly string[]) => ({
    field,
    type: "ordinal" as const,
    title: null,
    axis: {
      labelExpr: `${JSON.stringify(names)}[datum.value]`,
      labelAngle: 0,
      labelColor: ink,
      labelLimit: frame.width * 0.3,
      domain: false,
      ticks: false,
      grid: false,
    },
  });
  const encoding = { x: place("column", columns), y: place("row", rows) };
  return {
    data: { values },
    layer: [
      {
        mark: { type: "rect", stroke: paper, strokeWidth: 2 },
        encoding: {
          ...encoding,
          color: { field: "color", type: "nominal", scale: null },
          opacity: { field: "strength", type: "quantitative", scale: null, legend: null },
        },
      },
      { mark: { type: "text", color: ink }, encoding: { ...encoding, text: { field: "text" } } },
    ],
  };
}

/** Each once, in the order in which they come. */
function namesOf(cells: readonly HeatCell[], key: "row" | "column"): string[] {
  return [...new Set(cells.map((cell) => cell[key]))];
}
