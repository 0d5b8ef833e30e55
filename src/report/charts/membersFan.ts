import { formatDate, formatNumber } from "../format.ts";
import type { Report } from "../report.ts";
import { areNear, steadyMedian } from "../steady.ts";
import type { Chart } from "./chart.ts";
import {
  type FanPoint,
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

/** Membership over time, with the observed members and sharers. null where there is only one settlement. */
export function membersFan(report: Report): Chart | null {
  const rows = fanRows(report, ({ members }) => members);
  if (rows.length < 2) return null;
  const members = fanPoints(report.history, "members", rows);
  const sharers = fanPoints(report.history, "sharers", rows);
  return fanChart({
    id: "members",
    title: titleOf(rows),
    caption: `Members at the end of each settlement period. ${spanOf(rows)}${runningOnly(report)}`,
    what: "membership",
    axis: "members",
    unit: "",
    width: "half",
    rows,
    points: [...members, ...sharers],
    observed: `${observedInWords(members.length > 0, sharers.length > 0)}${inputInWords([...members, ...sharers])}`,
  });
}

function observedInWords(hasMembers: boolean, hasSharers: boolean): string {
  if (!hasSharers) return "observed";
  return hasMembers ? "observed members or sharers" : "observed sharers";
}

/** Says which of the points the scenario follows. */
function inputInWords(points: readonly FanPoint[]): string {
  if (!points.some(({ input }) => input)) return "";
  return points.every(({ input }) => input) ? " (input)" : " (partly input)";
}

function titleOf(all: readonly FanRow[]): string {
  const median = ({ figure }: FanRow) => formatNumber(figure.q50);
  const rows = rowsForTitles(all);
  const first = rows[0];
  const last = rows[rows.length - 1];
  const peak = peakOf(rows);
  const steady = steadyMedian(rows.map(({ figure }) => figure));
  if (steady !== null) return `Membership stays near ${formatNumber(steady)}`;
  const ends = `${median(last)} on ${formatDate(last.date)}${ofThoseRunning(last) || " in the median"}`;
  const isBack = areNear(first.figure, last.figure);
  if (!isBack && areNear(peak.figure, first.figure))
    return `Membership falls from ${median(first)} to ${ends}`;
  if (!isBack && areNear(peak.figure, last.figure))
    return `Membership grows from ${median(first)} to ${ends}`;
  return `Median membership is highest at ${median(peak)}, around ${formatDate(peak.date)}, and comes to ${ends.replace(" in the median", "")}`;
}
