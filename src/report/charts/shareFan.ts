import { formatDate, formatMoney } from "../format.ts";
import type { Mark, Report } from "../report.ts";
import { areNear, isMostlyNothing, steadyMedian } from "../steady.ts";
import { countOf, mainYears, mostStillRun } from "../wording.ts";
import type { Chart } from "./chart.ts";
import {
  type FanRow,
  fanPoints,
  fanRows,
  ofThoseRunning,
  peakOf,
  rowsForTitles,
  runningOnly,
  spanOf,
} from "./fan.ts";
import { fanChart } from "./fanChart.ts";

/** What one sharer is asked for at each settlement. null where there is only one settlement. */
export function shareFan(report: Report): Chart | null {
  const { currency } = report.scenario;
  const rows = fanRows(report, ({ share }) => share);
  if (rows.length < 2) return null;
  const marks = report.marks.filter(({ date }) => date >= rows[0].date && date <= rows[rows.length - 1].date);
  return fanChart({
    id: "share",
    title: titleOf(rows, report),
    caption: `What one sharer is asked for at each settlement, over ${countOf(report.replications, "replication")}. ${spanOf(rows)}${runningOnly(report)}${marksInWords(marks)}`,
    what: "the share per settlement",
    axis: `${currency} per sharer and settlement`,
    unit: currency,
    width: "full",
    rows,
    points: fanPoints(report.history, "share", rows),
    marks,
  });
}

/** What the numbered lines are. */
function marksInWords(marks: readonly Mark[]): string {
  if (marks.length === 0) return "";
  const listed = marks.map(({ date, label }, i) => `${i + 1} ${label} (${formatDate(date)})`);
  return ` Dotted lines, from that day on: ${listed.join("; ")}.`;
}

function titleOf(all: readonly FanRow[], report: Report): string {
  const { currency } = report.scenario;
  const money = ({ figure }: FanRow) => formatMoney(figure.q50, currency);
  const rows = rowsForTitles(all);
  const figures = rows.map(({ figure }) => figure);
  if (isMostlyNothing(figures)) return nothingAtMost(rows, report);
  const steady = steadyMedian(figures);
  if (steady !== null) return `The median share stays near ${formatMoney(steady, currency)}`;
  const peak = peakOf(rows);
  const first = rows.find(({ figure }) => figure.q50 > 0) ?? peak;
  const last = rows[rows.length - 1];
  if (areNear(peak.figure, first.figure))
    return areNear(first.figure, last.figure)
      ? `The median share starts at ${money(first)} and is nowhere clearly higher`
      : `The median share goes from ${money(first)}, about its highest, to ${money(last)}${ofThoseRunning(last)}`;
  return `The median share starts at ${money(first)} and is highest at ${money(peak)} on ${formatDate(peak.date)}${ofThoseRunning(peak)}`;
}

/** Where shares are rare, a year's say more than a settlement's. */
function nothingAtMost(rows: readonly FanRow[], report: Report): string {
  const every = rows.every(({ figure }) => figure.q50 === 0) ? "every settlement" : "most settlements";
  const about = every === "every settlement" ? "0" : "0 or near it";
  const year = mainYears(report).findLast((candidate) => mostStillRun(candidate) && candidate.share.q95 > 0);
  const yearly = year
    ? `; in all of ${year.year} a member is asked for ${formatMoney(year.share.q50, report.scenario.currency)} in the median`
    : "";
  return `At ${every} the median share is ${about}${yearly}`;
}
