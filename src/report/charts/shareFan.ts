import { formatDate, formatMoney } from "../format.ts";
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

/** What one sharer is asked for at each settlement. null where there is only one settlement. */
export function shareFan(report: Report): Chart | null {
  const { currency } = report.scenario;
  const rows = fanRows(report, ({ share }) => share);
  if (rows.length < 2) return null;
  const points = fanPoints(report.history, "share", rows);
  const title = titleOf(rows, currency);
  return {
    id: "share",
    title,
    caption: `What one sharer is asked for at each settlement, over ${report.replications.toLocaleString("en-US")} simulated histories. ${spanOf(rows)}${runningOnly(report)}`,
    description: `Fan chart of the share per settlement. ${title}.`,
    legend: [...fanLegend, ...observedLegend(points)],
    width: "full",
    draw: (frame) => fanSpec(frame, `${currency} per sharer and settlement`, rows, points),
    table: fanTable(rows, currency),
  };
}

function titleOf(rows: readonly FanRow[], currency: string): string {
  const peak = rows.reduce((best, row) => (row.figure.q50 > best.figure.q50 ? row : best));
  const first = rows.find(({ figure }) => figure.q50 > 0);
  if (!first) return "In the median history no share is asked at any settlement";
  const highest = `${formatMoney(peak.figure.q50, currency)} on ${formatDate(peak.date)}`;
  if (peak === first) return `The median share is highest at its first settlement, ${highest}`;
  return `The median share starts at ${formatMoney(first.figure.q50, currency)} and is highest at ${highest}`;
}
