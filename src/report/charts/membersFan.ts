import { formatDate, formatNumber } from "../format.ts";
import type { Report } from "../report.ts";
import type { Chart } from "./chart.ts";
import {
  type FanRow,
  fanLegend,
  fanPoints,
  fanRows,
  fanSpec,
  fanTable,
  observedLegend,
  runningOnly,
  spanOf,
} from "./fan.ts";

/** Membership over time, with the observed members and sharers. null where there is only one settlement. */
export function membersFan(report: Report): Chart | null {
  const rows = fanRows(report, ({ members }) => members);
  if (rows.length < 2) return null;
  const members = fanPoints(report.history, "members", rows);
  const sharers = fanPoints(report.history, "sharers", rows);
  const points = [...members, ...sharers];
  const title = titleOf(rows);
  const what =
    sharers.length === 0
      ? "observed"
      : members.length === 0
        ? "observed sharers"
        : "observed members or sharers";
  return {
    id: "members",
    title,
    caption: `Members at the end of each settlement period. ${spanOf(rows)}${runningOnly(report)}`,
    description: `Fan chart of membership. ${title}.`,
    legend: [...fanLegend, ...observedLegend(points, what)],
    width: "half",
    draw: (frame) => fanSpec(frame, "members", rows, points),
    table: fanTable(rows, ""),
  };
}

function titleOf(rows: readonly FanRow[]): string {
  const median = ({ figure }: FanRow) => formatNumber(figure.q50);
  const first = rows[0];
  const last = rows[rows.length - 1];
  const peak = rows.reduce((best, row) => (row.figure.q50 > best.figure.q50 ? row : best));
  if (median(first) === median(peak) && median(last) === median(peak))
    return `Membership stays at ${median(last)}`;
  if (peak === first) return `Membership falls from ${median(first)} to ${median(last)} in the median`;
  if (peak === last) return `Membership grows from ${median(first)} to ${median(last)} in the median`;
  return `Median membership is highest at ${median(peak)}, around ${formatDate(peak.date)}, and ends at ${median(last)}`;
}
