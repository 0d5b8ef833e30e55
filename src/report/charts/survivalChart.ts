import type { TopLevelSpec } from "vega-lite";
import { formatDate, formatPortion } from "../format.ts";
import type { Report } from "../report.ts";
import { makeTable, text } from "../tables/table.ts";
import { causeInWords } from "../wording.ts";
import type { Chart, Frame } from "./chart.ts";
import { accent, outerBand } from "./theme.ts";
import { thinned } from "./thinned.ts";
import { timeX } from "./timeAxis.ts";

/** Probability that the plan still runs. null where no replication ended, or all did at once. */
export function survivalChart(report: Report): Chart | null {
  const { ending, calendar } = report;
  const ends = new Set(
    ending.survival.map(({ probability }) => probability.value).filter((value) => value > 0),
  );
  if (ending.causes.length === 0 || ends.size < 2) return null;
  const survival = thinned(ending.survival);
  const title = titleOf(report);
  const causes = ending.causes.map(
    ({ cause, probability }) => `${causeInWords(cause)} ${formatPortion(probability.value)}`,
  );
  return {
    id: "survival",
    title,
    caption: `Part of the replications whose plan runs beyond each settlement, with twice its standard error (Kaplan-Meier). How they end: ${causes.join("; ")}.`,
    description: `Steps of the probability that the plan still runs. ${title}.`,
    legend: [
      { label: "still running", kind: "line", color: accent },
      { label: "± 2 standard errors", kind: "area", color: outerBand },
    ],
    width: "half",
    draw: (frame) => spec(frame, calendar.from, survival),
    table: makeTable(survival, [
      text("Settled", ({ date }) => date),
      text("Runs on", ({ probability }) => formatPortion(probability.value), { align: "right" }),
      text("Standard error", ({ probability }) => formatPortion(probability.se), { align: "right" }),
    ]),
  };
}

function titleOf({ ending, calendar }: Report): string {
  const { value } = ending.probability;
  const half = ending.date ? formatDate(ending.date) : "";
  if (value < 1)
    return `${formatPortion(value)} of the replications end by ${formatDate(calendar.to)}, half of these by ${half}`;
  return `Every replication ends, half of them by ${half}`;
}

function spec(frame: Frame, from: string, survival: Report["ending"]["survival"]): TopLevelSpec {
  const steps = survival.map(({ date, probability: { value, se } }) => ({
    at: Date.parse(date),
    running: value,
    low: Math.max(0, value - 2 * se),
    high: Math.min(1, value + 2 * se),
  }));
  const rows = [{ at: Date.parse(from), running: 1, low: 1, high: 1 }, ...steps];
  const x = timeX(frame, [from, ...survival.map(({ date }) => date)]);
  const y = (field: string) => ({
    field,
    type: "quantitative" as const,
    title: "replications still running",
    axis: { format: ".0%" },
    scale: { domain: [0, 1] },
  });
  return {
    data: { values: rows },
    layer: [
      {
        mark: { type: "area", interpolate: "step-after", color: outerBand },
        encoding: { x, y: y("low"), y2: { field: "high" } },
      },
      { mark: { type: "line", interpolate: "step-after", color: accent }, encoding: { x, y: y("running") } },
    ],
  };
}
