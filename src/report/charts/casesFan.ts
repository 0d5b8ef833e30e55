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
  spanOf,
} from "./fan.ts";

/** Approved claims at each settlement. null where there are none, or only one settlement. */
export function casesFan(report: Report): Chart | null {
  const rows = fanRows(
    report,
    ({ cases }) => cases,
    () => true,
  );
  if (rows.length < 2 || rows.every(({ figure }) => figure.q95 === 0)) return null;
  const points = fanPoints(report.history, "cases", rows);
  const title = titleOf(rows);
  return {
    id: "cases",
    title,
    caption: `Cases: claims approved at a settlement, run-off included. ${spanOf(rows)}`,
    description: `Fan chart of cases per settlement. ${title}.`,
    legend: [...fanLegend, ...observedLegend(points)],
    width: "half",
    draw: (frame) => fanSpec(frame, "cases per settlement", rows, points),
    table: fanTable(rows, ""),
  };
}

function titleOf(rows: readonly FanRow[]): string {
  const peak = rows.reduce((best, row) => (row.figure.q50 > best.figure.q50 ? row : best));
  if (peak.figure.q50 === 0) return "In the median history a settlement has no case";
  return `Cases per settlement are most on ${formatDate(peak.date)}: ${formatNumber(peak.figure.q50)} in the median`;
}
