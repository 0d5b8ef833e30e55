import type { TopLevelSpec } from "vega-lite";
import { isClear } from "../findings/growthFinding.ts";
import { type ShownGrowth, shownGrowth } from "../findings/shownGrowth.ts";
import { formatFactor, formatMoney } from "../format.ts";
import type { Report } from "../report.ts";
import { growthTable } from "../tables/growthTable.ts";
import { countOf } from "../wording.ts";
import type { Chart, Frame } from "./chart.ts";
import { rowReadings } from "./readings.ts";
import { accent, ink, lowering, muted, paper, raising } from "./theme.ts";

/** Which factors take the yearly share from the first year's to the last's: a waterfall on a scale of ratios. */
export function growthBars(report: Report): Chart | null {
  if (!report.costGrowth) return null;
  const { years, scenario } = report;
  const { currency } = scenario;
  const growth = shownGrowth(report.costGrowth);
  const { from, to, ratio } = growth;
  const shareOf = (year: number) => years.find((candidate) => candidate.year === year)?.share.q50 ?? 0;
  const title = titleOf(growth);
  const table = growthTable(growth);
  return {
    id: "growth",
    title,
    caption: `On a scale of ratios: each bar starts where the one above it ends; together they multiply by ${formatFactor(ratio.value).slice(2)}. ${howFound(growth)} Medians: ${formatMoney(shareOf(from), currency)} in ${from}, ${formatMoney(shareOf(to), currency)} in ${to}.`,
    description: `Waterfall of the factors of the yearly share from ${from} to ${to}. ${title}.`,
    legend: [
      { label: "raises the share", kind: "area", color: raising },
      { label: "lowers it", kind: "area", color: lowering },
      { label: "both years", kind: "area", color: accent },
    ],
    width: "half",
    draw: (frame) => spec(frame, growth),
    table,
    readings: rowReadings(table, [...growth.factors.map(({ label }) => label), wholeLabel(growth)]),
    along: "y",
  };
}

function wholeLabel({ from, to }: ShownGrowth): string {
  return `${to} over ${from}`;
}

function howFound({ method, replications }: ShownGrowth): string {
  return method === "causes"
    ? "A bar is the growth with a cause over the growth without it, both simulated with the same luck."
    : `An accounting split, geometric means over ${countOf(replications, "replication")}.`;
}

function titleOf({ factors, from, to }: ShownGrowth): string {
  const most = factors
    .filter(isClear)
    .sort((a, b) => Math.abs(Math.log(b.factor.value)) - Math.abs(Math.log(a.factor.value)))[0];
  if (!most) return `No single factor moves the share clearly from ${from} to ${to}`;
  return `From ${from} to ${to}, “${most.label}” moves the share most: ${formatFactor(most.factor.value)}`;
}

const label = { type: "text", align: "left", baseline: "middle", dx: 4 } as const;

function spec(frame: Frame, growth: ShownGrowth): TopLevelSpec {
  const { factors, ratio, from } = growth;
  let reached = 1;
  const steps = factors.map(({ label, factor }) => {
    const start = reached;
    reached *= factor.value;
    return {
      label,
      start,
      end: reached,
      text: formatFactor(factor.value),
      color: factor.value >= 1 ? raising : lowering,
    };
  });
  const rows = [
    ...steps,
    {
      label: wholeLabel(growth),
      start: 1,
      end: ratio.value,
      text: formatFactor(ratio.value),
      color: accent,
    },
  ].map((row) => ({ ...row, right: Math.max(row.start, row.end) }));
  const y = {
    field: "label",
    type: "nominal" as const,
    sort: null,
    title: null,
    axis: { labelColor: ink, labelLimit: frame.width * 0.48, domain: false, grid: false },
    scale: { paddingInner: 0.3 },
  };
  const x = {
    field: "start",
    type: "quantitative" as const,
    scale: { type: "log" as const, nice: false, domain: domainOf(frame, rows) },
    axis: {
      title: `times the share of ${from}`,
      grid: true,
      domain: false,
      ...ratioTicks(rows.flatMap(({ start, end }) => [start, end])),
      format: "~r",
    },
  };
  return {
    data: { values: rows },
    layer: [
      {
        mark: { type: "rule", color: muted, strokeDash: [2, 3] },
        encoding: { x: { datum: 1, type: "quantitative" } },
      },
      {
        mark: { type: "bar", cornerRadius: 1 },
        encoding: { x, x2: { field: "end" }, y, color: { field: "color", type: "nominal", scale: null } },
      },
      // Twice: letters in the paper's colour keep the line at 1 off those that are read.
      {
        mark: { ...label, stroke: paper, strokeWidth: 5, strokeJoin: "round" },
        encoding: { x: { ...x, field: "right" }, y, text: { field: "text" } },
      },
      {
        mark: { ...label, color: ink },
        encoding: { x: { ...x, field: "right" }, y, text: { field: "text" } },
      },
    ],
  };
}

/** From the least to the most met, and room for a label on the right. */
function domainOf(
  { width, fontSize }: Frame,
  rows: readonly { readonly start: number; readonly end: number }[],
): number[] {
  const met = rows.flatMap(({ start, end }) => [Math.log(start), Math.log(end)]);
  const least = Math.min(...met);
  const most = Math.max(...met);
  const span = Math.max(most - least, 0.01);
  const label = (fontSize * 4.2) / (width * 0.52);
  return [Math.exp(least - 0.02 * span), Math.exp(most + (span * label) / (1 - label))];
}

const ratios = [
  0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3, 5, 7, 10, 20, 50, 100, 200, 500, 1000,
];

/** Round ratios between the least and the most met; as Vega sees fit where these are too near each other. */
function ratioTicks(met: readonly number[]): { values: number[] } | { tickCount: number } {
  const least = Math.min(...met);
  const most = Math.max(...met);
  const values = ratios.filter((ratio) => ratio >= least * 0.999 && ratio <= most * 1.02);
  const step = Math.ceil(values.length / 7);
  return values.length < 3
    ? { tickCount: 4 }
    : { values: values.filter((ratio, i) => ratio === 1 || i % step === 0) };
}
