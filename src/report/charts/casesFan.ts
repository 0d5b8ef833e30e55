import { formatDate, formatNumber } from "../format.ts";
import type { Report } from "../report.ts";
import { isMostlyNothing, steadyMedian } from "../steady.ts";
import type { Chart } from "./chart.ts";
import { type FanRow, fanPoints, fanRows, peakOf, rowsForTitles, spanOf } from "./fan.ts";
import { fanChart } from "./fanChart.ts";

/** Approved claims at each settlement. null where there are none, or only one settlement. */
export function casesFan(report: Report): Chart | null {
  const rows = fanRows(
    report,
    ({ cases }) => cases,
    () => true,
  );
  if (rows.length < 2 || rows.every(({ figure }) => figure.q95 === 0)) return null;
  return fanChart({
    id: "cases",
    title: titleOf(rows),
    caption: `Cases: claims approved at a settlement, run-off included. ${spanOf(rows)}`,
    what: "cases per settlement",
    axis: "cases per settlement",
    unit: "",
    width: "half",
    rows,
    points: fanPoints(report.history, "cases", rows),
  });
}

function titleOf(all: readonly FanRow[]): string {
  const rows = rowsForTitles(all);
  const figures = rows.map(({ figure }) => figure);
  if (figures.every(({ q50 }) => q50 === 0)) return "At every settlement the median number of cases is 0";
  if (isMostlyNothing(figures)) return "At most settlements the median number of cases is 0 or near it";
  const steady = steadyMedian(figures);
  if (steady !== null) return `Cases per settlement stay near ${formatNumber(steady)} in the median`;
  const { date, figure } = peakOf(rows);
  return `Cases per settlement are most around ${formatDate(date)}: ${formatNumber(figure.q50)} in the median`;
}
