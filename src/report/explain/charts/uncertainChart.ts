import type { TopLevelSpec } from "vega-lite";
import type { UncertainRange } from "../../../explain/explanation.ts";
import type { Chart, Frame } from "../../charts/chart.ts";
import { accent, innerBand, numberLabel } from "../../charts/theme.ts";
import { formatNumber, formatPortion } from "../../format.ts";
import { makeTable, type Table, text } from "../../tables/table.ts";
import { countOf } from "../../wording.ts";

/** 90 % ranges of uncertain numbers relative to their means, the least known on top; null where all is known. */
export function uncertainChart(uncertain: readonly UncertainRange[]): Chart | null {
  const drawable = uncertain.filter(({ mean }) => mean !== 0);
  if (drawable.length === 0) return null;
  const [widest] = drawable;
  const title = `Least known for its size: ${widest.path}, ${ratio(widest.q05, widest)} to ${ratio(widest.q95, widest)} of its mean in nine of ten draws`;
  return {
    id: "uncertain",
    title,
    caption: `90 % ranges of the uncertain numbers, relative to their means; those with the widest first, of ${countOf(uncertain.length, "number")} in all. How much each one matters for what comes out is another question.`,
    description: `Bars from the 5 % to the 95 % quantile of each uncertain number over its mean. ${title}.`,
    legend: [
      { label: "nine of ten draws", kind: "area", color: innerBand },
      { label: "mean", kind: "line", color: accent },
    ],
    width: "full",
    draw: (frame) => spec(frame, drawable),
    table: uncertainTable(uncertain),
  };
}

function ratio(value: number, { mean }: UncertainRange): string {
  return formatPortion(value / mean);
}

const left = { align: "right" } as const;

/** All uncertain numbers with their ranges, in the scenario’s units. */
export function uncertainTable(uncertain: readonly UncertainRange[]): Table {
  return makeTable<UncertainRange>(uncertain, [
    text("Number", ({ path }) => path),
    text("Mean", ({ mean }) => formatNumber(mean, 4), left),
    text("5 %", ({ q05 }) => formatNumber(q05, 4), left),
    text("95 %", ({ q95 }) => formatNumber(q95, 4), left),
    text("Standard deviation", ({ sd }) => formatNumber(sd), left),
    text("Drawn", ({ drawn }) => (drawn === "perBlock" ? "per block" : "per replication")),
  ]);
}

function spec(frame: Frame, uncertain: readonly UncertainRange[]): TopLevelSpec {
  const shown = uncertain.slice(0, Math.floor((frame.height - 50) / (frame.fontSize * 1.6)));
  const thickness = frame.fontSize;
  const rows = shown.map(({ path, mean, q05, q95 }) => ({
    path,
    low: q05 / mean,
    high: q95 / mean,
    mean: 1,
  }));
  const y = {
    field: "path",
    type: "nominal" as const,
    sort: null,
    title: null,
    axis: { labelLimit: frame.width * 0.42, domain: false, ticks: false },
  };
  const x = {
    type: "quantitative" as const,
    title: "times the mean",
    axis: { grid: true, labelExpr: numberLabel, tickCount: 6 },
  };
  return {
    data: { values: rows },
    layer: [
      {
        mark: { type: "bar", size: thickness, color: innerBand },
        encoding: { y, x: { ...x, field: "low" }, x2: { field: "high" } },
      },
      {
        mark: { type: "tick", color: accent, thickness: 2.5, size: thickness * 1.4 },
        encoding: { y, x: { ...x, field: "mean" } },
      },
    ],
  };
}
