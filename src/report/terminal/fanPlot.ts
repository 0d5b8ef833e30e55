import type { FanRow } from "../charts/fan.ts";
import { columnFormat, formatDate } from "../format.ts";

export interface PlotSize {
  /** Characters of the whole plot, axis labels included. */
  readonly width: number;
  /** Lines of the plot itself; one more holds the dates. */
  readonly height: number;
}

/**
 * A fan in characters, from 0 upwards: the median as █, half of all replications as ▒, nine in ten as ░.
 * Lines without colour; empty where there are fewer than two rows.
 */
export function fanPlot(rows: readonly FanRow[], { width, height }: PlotSize): string[] {
  const most = Math.max(...rows.map(({ figure }) => figure.q95));
  if (rows.length < 2 || !(most > 0)) return [];
  const { unit, format } = columnFormat([most]);
  const label = (value: number) => `${format(value)}${unit && ` ${unit}`}`;
  const margin = Math.max(label(most).length, label(0).length);
  const columns = sample(rows, Math.max(2, width - margin - 2));
  const lines = Array.from({ length: height }, (_, line) => {
    const level = height - 1 - line;
    const axis = line === 0 ? label(most) : line === height - 1 ? "0" : "";
    const cells = columns.map((row) =>
      cell(row, (level * most) / height, ((level + 1) * most) / height, level === 0),
    );
    return `${axis.padStart(margin)} │${cells.join("")}`;
  });
  return [...lines, " ".repeat(margin + 2) + dates(rows, columns.length)];
}

/** What stands between two heights: the median before the inner band before the outer one. */
function cell(
  { figure: { q05, q25, q50, q75, q95 } }: FanRow,
  low: number,
  high: number,
  isLowest: boolean,
): string {
  const overlaps = (from: number, to: number) => to > low && from < high;
  if ((q50 > low && q50 <= high) || (isLowest && q50 <= 0)) return "█";
  if (overlaps(q25, q75)) return "▒";
  return overlaps(q05, q95) ? "░" : " ";
}

/** One row a column: each of a few rows several times, or some of many. */
function sample(rows: readonly FanRow[], columns: number): FanRow[] {
  return Array.from(
    { length: columns },
    (_, i) => rows[Math.min(rows.length - 1, Math.floor((i * rows.length) / columns))],
  );
}

function dates(rows: readonly FanRow[], width: number): string {
  const first = formatDate(rows[0].date);
  const last = formatDate(rows[rows.length - 1].date);
  return first + last.padStart(Math.max(last.length + 1, width - first.length));
}
