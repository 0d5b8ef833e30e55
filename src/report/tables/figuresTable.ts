import type { Figure } from "../../statistics/figure.ts";
import { formatNumber, formatPortion } from "../format.ts";
import { makeTable, type Table, text } from "./table.ts";

/** A figure with its name and unit; that of a portion is "portion". */
export interface FigureLine {
  readonly label: string;
  readonly unit: string;
  readonly figure: Figure;
}

/** One row a figure: mean, median, and what nine of ten replications have. */
export function figuresTable(lines: readonly FigureLine[]): Table {
  const right = { align: "right" } as const;
  return makeTable(lines, [
    text("Figure", ({ label, unit }) => (unit === "" || unit === "portion" ? label : `${label}, ${unit}`)),
    text("Mean", (line) => written(line, line.figure.mean), right),
    text("Median", (line) => written(line, line.figure.q50), right),
    text("5 – 95 %", (line) => rangeOf(line), right),
  ]);
}

function rangeOf(line: FigureLine): string {
  const { q05, q95 } = line.figure;
  return q05 === q95 ? "" : `${written(line, q05)} – ${written(line, q95)}`;
}

function written({ unit }: FigureLine, value: number): string {
  return unit === "portion" ? formatPortion(value) : formatNumber(value);
}
