import { figureParts } from "../figureName.ts";
import { formatMoney } from "../format.ts";
import type { Report, ReportPool } from "../report.ts";
import { makeTable, number, text } from "../tables/table.ts";
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

/** What a member of each pool is asked for in a year. null where fewer than two years can be compared. */
export function poolShares(report: Report): Chart | null {
  const {
    pools,
    scenario: { currency },
  } = report;
  const years = report.years.filter(({ complete, running }) => complete && running.value >= 0.5);
  const lines = shownPools(pools).flatMap((pool) =>
    pointsOf(
      pool,
      years.map(({ year }) => year),
    ),
  );
  const whens = [...new Set(lines.map(({ when }) => when))];
  if (whens.length < 2) return null;
  const observed = observedOf(report, whens);
  const title = titleOf(lines, currency);
  const table = makeTable(lines, [
    text("Pool", ({ pool }) => pool),
    text("Year", ({ when }) => when),
    number("Share (median)", currency, ({ value }) => value),
  ]);
  return {
    id: "pools-share",
    title,
    caption: `What one sharer of each pool is asked for in a calendar year that the calendar covers whole: medians.${leftOutInWords(pools)}`,
    description: `Lines of the share per year, one for each pool. ${title}.`,
    legend: [...poolLegend(pools), ...observedLegend(observed)],
    width: "half",
    draw: (frame) =>
      poolLinesSpec(frame, `${currency} per sharer and year`, true, { pools, lines, observed }),
    table,
    readings: poolReadings(table, true),
  };
}

function pointsOf({ name, years }: ReportPool, shown: readonly number[]): PoolPoint[] {
  return years
    .filter(({ year, running }) => shown.includes(year) && running.value >= 0.5)
    .map(({ year, share }) => ({ pool: name, when: `${year}`, value: share.q50 }));
}

function observedOf({ history, pools }: Report, whens: readonly string[]): PoolPoint[] {
  const names = shownPools(pools).map(({ name }) => name);
  return history.flatMap(({ figure, date, observed }) => {
    const { name, pool } = figureParts(figure);
    const when = date.slice(0, 4);
    const isShown = name === "years.share" && pool !== null && names.includes(pool) && whens.includes(when);
    return isShown ? [{ pool, when, value: observed }] : [];
  });
}

/** Which pool asks for most in the last year that several have. */
function titleOf(lines: readonly PoolPoint[], currency: string): string {
  const years = [...new Set(lines.map(({ when }) => when))].sort();
  const inYear = (year: string) => lines.filter(({ when }) => when === year);
  const last = years.findLast((year) => inYear(year).length > 1) ?? years[years.length - 1];
  const sorted = inYear(last).sort((a, b) => b.value - a.value);
  const [most, least] = [sorted[0], sorted[sorted.length - 1]];
  const asks = ({ pool, value }: PoolPoint) => `“${pool}” asks a member for ${formatMoney(value, currency)}`;
  if (most.pool === least.pool) return `In ${last}, ${asks(most)} in the median`;
  return `In ${last}, ${asks(most)}, “${least.pool}” for ${formatMoney(least.value, currency)}`;
}
