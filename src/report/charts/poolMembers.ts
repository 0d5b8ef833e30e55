import { figureParts } from "../figureName.ts";
import { formatDate, formatNumber } from "../format.ts";
import type { Report, ReportPool } from "../report.ts";
import { makeTable, number, text } from "../tables/table.ts";
import { isTelling } from "../wording.ts";
import type { Chart } from "./chart.ts";
import { observedLegend } from "./fanChart.ts";
import {
  leftOutInWords,
  type PoolPoint,
  poolLegend,
  poolLinesSpec,
  poolReadings,
  shownPools,
} from "./poolLines.ts";
import { thinned } from "./thinned.ts";

/** Members of each pool over time. null where there is only one settlement. */
export function poolMembers(report: Report): Chart | null {
  const { pools } = report;
  const lines = shownPools(pools).flatMap(pointsOf);
  const whens = [...new Set(lines.map(({ when }) => when))].sort();
  if (whens.length < 2) return null;
  const observed = observedOf(report, whens);
  const title = titleOf(pools);
  const table = makeTable(lines, [
    text("Pool", ({ pool }) => pool),
    text("Settled", ({ when }) => when),
    number("Members (median)", "", ({ value }) => value),
  ]);
  return {
    id: "pools-members",
    title,
    caption: `Members of each pool at the end of a settlement period: medians, as long as one pool in twenty still runs.${leftOutInWords(pools)}`,
    description: `Lines of membership, one for each pool. ${title}.`,
    legend: [...poolLegend(pools), ...observedLegend(observed)],
    width: "half",
    draw: (frame) => poolLinesSpec(frame, "members", false, { pools, lines, observed }),
    table,
    readings: poolReadings(table, false),
  };
}

function pointsOf({ name, periods }: ReportPool): PoolPoint[] {
  return thinned(periods.filter(isTelling)).flatMap(({ date, members }) =>
    members ? [{ pool: name, when: date, value: members.q50 }] : [],
  );
}

function observedOf({ history, pools }: Report, whens: readonly string[]): PoolPoint[] {
  const names = shownPools(pools).map(({ name }) => name);
  return history.flatMap(({ figure, date, observed }) => {
    const { name, pool } = figureParts(figure);
    const isWithin = date >= whens[0] && date <= whens[whens.length - 1];
    const isShown = name === "members" && pool !== null && names.includes(pool) && isWithin;
    return isShown ? [{ pool, when: date, value: observed }] : [];
  });
}

function titleOf(pools: readonly ReportPool[]): string {
  const peaks = pools.map(({ name, periods }) => {
    const told = periods.filter(({ running, members }) => running.value >= 0.5 && members !== null);
    const peak = told.reduce(
      (most, period) => ((period.members?.q50 ?? 0) > (most?.members?.q50 ?? 0) ? period : most),
      told[0],
    );
    return { name, date: peak?.date ?? null, members: peak?.members?.q50 ?? 0 };
  });
  const largest = peaks.reduce((most, other) => (other.members > most.members ? other : most));
  const on = largest.date === null ? "" : ` on ${formatDate(largest.date)}`;
  return `“${largest.name}” is the largest pool: ${formatNumber(largest.members)} members at its highest median${on}`;
}
