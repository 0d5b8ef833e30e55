import type { TopLevelSpec } from "vega-lite";
import { formatDate } from "../format.ts";
import type { ReportPool } from "../report.ts";
import type { Table } from "../tables/table.ts";
import type { Frame, LegendEntry, Reading } from "./chart.ts";
import { observedMark } from "./fanChart.ts";
import { merged } from "./readings.ts";
import { categories } from "./theme.ts";
import { timeX } from "./timeAxis.ts";
import { valueY } from "./valueAxis.ts";
import { yearAxis } from "./yearAxis.ts";

/** A number of one pool at a time: a settlement's date, or a year. */
export interface PoolPoint {
  readonly pool: string;
  readonly when: string;
  readonly value: number;
}

/** As many pools as there are colours: those with the most members, in the plan's order. */
export function shownPools(pools: readonly ReportPool[]): readonly ReportPool[] {
  const size = ({ total }: ReportPool) => total.peakMembers?.q50 ?? 0;
  const largest = [...pools].sort((a, b) => size(b) - size(a)).slice(0, categories.length);
  return pools.filter((pool) => largest.includes(pool));
}

/** Says that some are left out, where they are. */
export function leftOutInWords(pools: readonly ReportPool[]): string {
  const shown = shownPools(pools).length;
  return shown < pools.length ? ` The ${shown} pools with the most members, of ${pools.length}.` : "";
}

export function poolLegend(pools: readonly ReportPool[]): LegendEntry[] {
  return shownPools(pools).map(({ name }, i) => ({ label: name, kind: "line", color: categories[i] }));
}

/** What the pools' table says, together where the time is the same; its columns are pool, time and number. */
export function poolReadings({ columns, rows }: Table, byYear: boolean): Reading[] {
  const readings = rows.map(([pool, when, value]): Reading => {
    const head = `${byYear ? when : formatDate(when)}: ${columns[2].head}`;
    return { at: byYear ? when : Date.parse(when), head, values: [[pool, value]] };
  });
  return merged(readings);
}

/** A line per pool, over settlements (`byYear` false) or years, with what was observed. */
export function poolLinesSpec(
  frame: Frame,
  axis: string,
  byYear: boolean,
  data: {
    readonly pools: readonly ReportPool[];
    readonly lines: readonly PoolPoint[];
    readonly observed: readonly PoolPoint[];
  },
): TopLevelSpec {
  const names = shownPools(data.pools).map(({ name }) => name);
  const rowsOf = (points: readonly PoolPoint[]) =>
    points.map(({ pool, when, value }) => ({
      at: byYear ? when : Date.parse(when),
      value,
      color: categories[names.indexOf(pool)],
    }));
  const dates = [...new Set(data.lines.map(({ when }) => when))].sort();
  const x = byYear
    ? { ...yearAxis(frame, dates), scale: { type: "point" as const, padding: 0.5 } }
    : timeX(frame, dates);
  const y = valueY("value", axis);
  const color = { field: "color", type: "nominal" as const, scale: null };
  return {
    data: { values: rowsOf(data.lines) },
    layer: [
      {
        mark: { type: "line", point: byYear ? { filled: true, size: 45 } : false },
        encoding: { x, y, color },
      },
      { data: { values: rowsOf(data.observed) }, mark: observedMark, encoding: { x, y } },
    ],
  };
}
