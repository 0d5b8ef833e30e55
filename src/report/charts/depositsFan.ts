import { formatDate, formatMoney } from "../format.ts";
import type { Report } from "../report.ts";
import type { Chart } from "./chart.ts";
import { type FanRow, fanPoints, fanRows, peakOf, spanOf } from "./fan.ts";
import { fanChart } from "./fanChart.ts";

/** What the operator holds of members' money. null where there are no deposits, or only one settlement. */
export function depositsFan(report: Report): Chart | null {
  const { currency } = report.scenario;
  if (report.books.deposits === null) return null;
  const rows = fanRows(
    report,
    ({ deposits }) => deposits,
    () => true,
  );
  if (rows.length < 2 || rows.every(({ figure }) => figure.q95 === 0)) return null;
  return fanChart({
    id: "deposits",
    title: titleOf(rows, currency),
    caption: `Deposits held after each settlement, over all replications, those that have ended too. ${spanOf(rows)}`,
    what: "the deposits held",
    axis: currency,
    unit: currency,
    width: "half",
    rows,
    points: fanPoints(report.history, "deposits", rows),
  });
}

function titleOf(rows: readonly FanRow[], currency: string): string {
  const peak = peakOf(rows);
  const last = rows[rows.length - 1];
  const most = `Deposits of ${formatMoney(peak.figure.q50, currency)} are held at the highest median, on ${formatDate(peak.date)}`;
  return peak === last ? most : `${most}, ${formatMoney(last.figure.q50, currency)} at the last settlement`;
}
