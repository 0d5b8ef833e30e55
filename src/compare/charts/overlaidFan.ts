import type { TopLevelSpec } from "vega-lite";
import type { Chart, Frame } from "../../report/charts/chart.ts";
import { type FanRow, fanRows, peakOf, rowsForTitles } from "../../report/charts/fan.ts";
import { categories } from "../../report/charts/theme.ts";
import { timeX } from "../../report/charts/timeAxis.ts";
import { valueY } from "../../report/charts/valueAxis.ts";
import { formatNumber } from "../../report/format.ts";
import type { ReportPeriod } from "../../report/report.ts";
import { type Field, makeTable, number, text } from "../../report/tables/table.ts";
import type { ComparedRun } from "../comparedRun.ts";
import { letterInWords, runInWords } from "../words.ts";

/** What distinguishes one picture of overlaid fans from another. */
export interface OverlaidFan extends Pick<Chart, "id" | "caption"> {
  /** "The share": what the title speaks of. */
  readonly what: string;
  /** Above the axis. */
  readonly axis: string;
  readonly unit: string;
  readonly of: (period: ReportPeriod) => ReportPeriod["share"];
}

interface Fan {
  readonly run: ComparedRun;
  readonly color: string;
  readonly rows: readonly FanRow[];
}

/** A metric over time of several runs: the medians, and for each the band that holds nine in ten. null where one has a single settlement. */
export function overlaidFan(runs: readonly ComparedRun[], fan: OverlaidFan): Chart | null {
  const fans = runs.map((run, i): Fan => ({ run, color: categories[i], rows: fanRows(run.report, fan.of) }));
  if (fans.some(({ rows }) => rows.length < 2)) return null;
  const title = titleOf(fans, fan);
  return {
    id: fan.id,
    title,
    caption: fan.caption,
    description: `Fan charts of several runs, one over the other. ${title}.`,
    legend: fans.map(({ run, color }) => ({ label: runInWords(run), kind: "line", color })),
    width: "half",
    draw: (frame) => spec(frame, fan.axis, fans),
    table: tableOf(fans, fan.unit),
  };
}

function titleOf(fans: readonly Fan[], { what, unit }: OverlaidFan): string {
  const highest = fans.map(({ run: { letter }, rows }) => {
    const { q50 } = peakOf(rowsForTitles(rows)).figure;
    return `${formatNumber(q50)} in ${letterInWords(letter)}`;
  });
  return `${what} is highest, by the medians, at ${highest.join(", ")}${unit === "" ? "" : ` (${unit})`}`;
}

/** Bands first, so that no line is under another run's band. */
function spec(frame: Frame, axis: string, fans: readonly Fan[]): TopLevelSpec {
  const dates = [...new Set(fans.flatMap(({ rows }) => rows.map(({ date }) => date)))].sort();
  const x = timeX(frame, dates);
  const y = (field: string) => valueY(field, axis);
  const dataOf = ({ rows }: Fan) => ({
    values: rows.map(({ date, figure: { q05, q50, q95 } }) => ({ at: Date.parse(date), q05, q50, q95 })),
  });
  return {
    layer: [
      ...fans.map((fan) => ({
        data: dataOf(fan),
        mark: { type: "area" as const, color: fan.color, opacity: 0.2 },
        encoding: { x, y: y("q05"), y2: { field: "q95" } },
      })),
      // Dashes on a solid line: both are seen where runs hardly differ.
      ...fans.map((fan, i) => ({
        data: dataOf(fan),
        mark: { type: "line" as const, color: fan.color, strokeDash: i === 0 ? [] : [7, 4] },
        encoding: { x, y: y("q50") },
      })),
    ],
  };
}

/** The numbers of all runs, a row for each settlement of the one that has most. */
function tableOf(fans: readonly Fan[], unit: string) {
  const longest = fans.reduce((most, fan) => (fan.rows.length > most.rows.length ? fan : most));
  const fields = fans.flatMap(({ run, rows }): Field<FanRow>[] => {
    const byDate = new Map(rows.map((row) => [row.date, row.figure]));
    const letter = letterInWords(run.letter);
    const field = (head: string, key: "q05" | "q50" | "q95") =>
      number<FanRow>(`${letter} ${head}`, unit, ({ date }) => byDate.get(date)?.[key] ?? null);
    return [field("5 %", "q05"), field("median", "q50"), field("95 %", "q95")];
  });
  return makeTable(longest.rows, [text("Settled", ({ date }) => date), ...fields]);
}
