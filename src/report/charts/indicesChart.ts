import type { TopLevelSpec } from "vega-lite";
import { formatNumber } from "../format.ts";
import type { Report, ReportPeriod } from "../report.ts";
import { makeTable, number, text } from "../tables/table.ts";
import { isTelling, mostStillRun } from "../wording.ts";
import type { Chart, Frame } from "./chart.ts";
import { runningOnly } from "./fan.ts";
import { datedReadings } from "./readings.ts";
import { categories } from "./theme.ts";
import { thinned } from "./thinned.ts";
import { timeX } from "./timeAxis.ts";
import { valueY } from "./valueAxis.ts";

const indices = [
  { key: "durationIndex", label: "time since joining", color: categories[0] },
  { key: "selectionIndex", label: "who stays", color: categories[1] },
  { key: "ageIndex", label: "age", color: categories[2] },
] as const;

type Row = Pick<ReportPeriod, "date" | "running"> &
  Readonly<Record<(typeof indices)[number]["key"], number | null>>;

/** What makes the covered more likely to fall ill than joiners at the start. null where no index moves. */
export function indicesChart(report: Report): Chart | null {
  const telling = report.periods.filter((period) => isTelling(period) && (period.covered?.q50 ?? 0) > 0);
  const rows: Row[] = thinned(telling).map(({ date, running, durationIndex, selectionIndex, ageIndex }) => ({
    ...{ date, running },
    durationIndex: durationIndex?.q50 ?? null,
    selectionIndex: selectionIndex?.q50 ?? null,
    ageIndex: ageIndex?.q50 ?? null,
  }));
  const moves = indices.map(({ key, label }) => ({ label, ...endsOf(rows.filter(mostStillRun), key) }));
  const most = [...moves].sort((a, b) => b.change - a.change)[0];
  if (rows.length < 2 || most.change < 0.005) return null;
  const title = `Incidence changes most by ${most.label}: its index goes from ${formatNumber(most.first)} to ${formatNumber(most.last)}`;
  const table = makeTable(rows, [
    text("Settled", ({ date }) => date),
    ...indices.map(({ key, label }) => number<Row>(capitalised(label), "", (row) => row[key])),
  ]);
  return {
    id: "indices",
    title,
    caption: `What the covered members’ incidence is owed to (medians). Age and who stays are relative to joiners at the start; time since joining is relative to the incidence table.${runningOnly(report)}`,
    description: `Lines of three indices over time. ${title}.`,
    legend: indices.map(({ label, color }) => ({ label, kind: "line" as const, color })),
    width: "half",
    draw: (frame) => spec(frame, rows),
    table,
    readings: datedReadings(table),
  };
}

/** First and last value above 0, and how far apart all are. */
function endsOf(rows: readonly Row[], key: (typeof indices)[number]["key"]) {
  const values = rows.map((row) => row[key]).filter((value) => value !== null && value > 0) as number[];
  if (values.length === 0) return { first: 1, last: 1, change: 0 };
  const change = Math.max(...values) / Math.min(...values) - 1;
  return { first: values[0], last: values[values.length - 1], change };
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function spec(frame: Frame, rows: readonly Row[]): TopLevelSpec {
  const points = indices.flatMap(({ key, color }) =>
    rows.map((row) => ({ at: Date.parse(row.date), value: row[key] || null, color })),
  );
  return {
    data: { values: points },
    mark: { type: "line", invalid: "break-paths-show-domains" },
    encoding: {
      x: timeX(
        frame,
        rows.map(({ date }) => date),
      ),
      y: valueY("value", "index, a ratio"),
      color: { field: "color", type: "nominal", scale: null },
    },
  };
}
