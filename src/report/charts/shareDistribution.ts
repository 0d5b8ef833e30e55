import type { TopLevelSpec } from "vega-lite";
import type { Figure } from "../../statistics/figure.ts";
import { formatNumber, formatPortion } from "../format.ts";
import type { Histogram, Report } from "../report.ts";
import { makeTable, text } from "../tables/table.ts";
import type { Chart, Frame } from "./chart.ts";
import { barColor, fromZero, ink, numberLabel, paper } from "./theme.ts";

/** How the share spreads over the replications: of the last year in which it varies, or of the whole run. */
export function shareDistribution(report: Report): Chart | null {
  const shown = report.distributions[0];
  if (!shown) return null;
  const { currency } = report.scenario;
  const year = report.years.find((candidate) => `years.${candidate.year}.share` === shown.figure);
  const figure = year ? year.share : report.total.share;
  const when = year ? `in ${year.year}` : "over the whole run";
  const title = titleOf(figure, when, currency);
  return {
    id: "distribution",
    title,
    caption: `The share ${when}, replication by replication: the higher a bar, the more of them. Upright lines: the 5 % quantile, the median and the 95 % quantile.`,
    description: `Histogram of the share ${when}. ${title}.`,
    legend: [],
    width: "half",
    draw: (frame) => spec(frame, shown, figure, currency),
    table: makeTable(shown.bins, [
      text("From", ({ from }) => formatNumber(from, 4), { align: "right" }),
      text("To", ({ to }) => formatNumber(to, 4), { align: "right" }),
      text("Replications", ({ portion }) => formatPortion(portion), { align: "right" }),
    ]),
    readings: shown.bins.map(({ from, to, portion }) => ({
      at: (from + to) / 2,
      head: `${formatNumber(from, 4)} – ${formatNumber(to, 4)} ${currency}`,
      values: [["Replications", formatPortion(portion)]],
    })),
  };
}

function titleOf(figure: Figure | undefined, when: string, currency: string): string {
  if (!figure) return `The share ${when} differs between replications`;
  return `Half of all replications ask a member for ${formatNumber(figure.q25)} to ${formatNumber(figure.q75)} ${currency} ${when}`;
}

function spec(frame: Frame, { bins }: Histogram, figure: Figure | undefined, currency: string): TopLevelSpec {
  const y = (field: string) => ({
    field,
    type: "quantitative" as const,
    title: "part of the replications",
    axis: { format: "~%" },
    scale: fromZero,
  });
  const x = (field: string) => ({
    field,
    type: "quantitative" as const,
    title: `${currency} per sharer`,
    scale: { zero: false, nice: false },
    axis: { grid: false, labelExpr: numberLabel, tickCount: Math.round(frame.width / (frame.fontSize * 6)) },
  });
  const quantiles = figure ? [figure.q05, figure.q50, figure.q95].map((at) => ({ at })) : [];
  return {
    data: { values: bins.map(({ from, to, portion }) => ({ from, to, portion })) },
    layer: [
      {
        mark: { type: "rect", color: barColor, stroke: paper, strokeWidth: 1 },
        encoding: { x: x("from"), x2: { field: "to" }, y: y("portion"), y2: { datum: 0 } },
      },
      {
        data: { values: quantiles },
        mark: { type: "rule", color: ink, strokeWidth: 1.5, strokeDash: [4, 3] },
        encoding: { x: x("at") },
      },
    ],
  };
}
