import type { TopLevelSpec } from "vega-lite";
import { formatDate, formatPortion } from "../format.ts";
import type { Ending, Report } from "../report.ts";
import { makeTable, type Table, text } from "../tables/table.ts";
import { causeInWords } from "../wording.ts";
import type { Chart, Frame } from "./chart.ts";
import { datedReadings } from "./readings.ts";
import { categories, innerBand, paper } from "./theme.ts";
import { thinned } from "./thinned.ts";
import { timeX } from "./timeAxis.ts";

/** A part of the replications over time: those that still run, or that ended by one cause. */
interface Layer {
  readonly label: string;
  readonly color: string;
  readonly at: Ending["survival"];
}

/** Probability that the plan still runs, and of having ended by each cause. null where none ended, or all did at once. */
export function survivalChart(report: Report): Chart | null {
  const { ending, calendar } = report;
  const ends = new Set(
    ending.survival.map(({ probability }) => probability.value).filter((value) => value > 0),
  );
  if (ending.causes.length === 0 || ends.size < 2) return null;
  const layers = layersOf(ending);
  const title = titleOf(report);
  const table = tableOf(layers);
  return {
    id: "survival",
    title,
    caption:
      "Part of the replications that runs beyond each settlement, and above it those that have ended until then, by cause. Standard errors are among the numbers.",
    description: `Stacked areas of the replications that still run and that have ended, by cause. ${title}.`,
    legend: layers.map(({ label, color }) => ({ label, kind: "area" as const, color })),
    width: "half",
    draw: (frame) => spec(frame, calendar.from, layers),
    table,
    readings: datedReadings(table),
  };
}

function layersOf({ survival, byCause }: Ending): Layer[] {
  return [
    { label: "still running", color: innerBand, at: thinned(survival) },
    ...byCause.map(({ cause, ended }, i) => ({
      label: causeInWords(cause),
      color: categories[(i + 1) % categories.length],
      at: thinned(ended),
    })),
  ];
}

function titleOf({ ending, calendar }: Report): string {
  const { value } = ending.probability;
  const half = ending.date ? formatDate(ending.date) : "";
  if (value < 1)
    return `${formatPortion(value)} of the replications end by ${formatDate(calendar.to)}, half of these by ${half}`;
  return `Every replication ends, half of them by ${half}`;
}

function tableOf(layers: readonly Layer[]): Table {
  const right = { align: "right" } as const;
  const rows = layers[0].at.map(({ date }, i) => ({
    date,
    parts: layers.map(({ at }) => at[i].probability),
  }));
  type Row = (typeof rows)[number];
  return makeTable<Row>(rows, [
    text("Settled", ({ date }) => date),
    ...layers.flatMap(({ label }, i) => [
      text<Row>(label, ({ parts }) => formatPortion(parts[i].value), right),
      text<Row>("Standard error", ({ parts }) => formatPortion(parts[i].se), right),
    ]),
  ]);
}

function spec(frame: Frame, from: string, layers: readonly Layer[]): TopLevelSpec {
  const values = layers.flatMap(({ color, at }, order) => [
    { at: Date.parse(from), part: order === 0 ? 1 : 0, color, order },
    ...at.map(({ date, probability }) => ({ at: Date.parse(date), part: probability.value, color, order })),
  ]);
  return {
    data: { values },
    mark: { type: "area", interpolate: "step-after", stroke: paper, strokeWidth: 0.5 },
    encoding: {
      x: timeX(frame, [from, ...layers[0].at.map(({ date }) => date)]),
      y: {
        field: "part",
        type: "quantitative",
        title: "part of the replications",
        stack: "zero",
        axis: { format: ".0%" },
        scale: { domain: [0, 1] },
      },
      color: { field: "color", type: "nominal", scale: null },
      order: { field: "order", type: "quantitative" },
    },
  };
}
