import { leavingReasons } from "../leavers.ts";
import type { Report, ReportPeriod } from "../report.ts";
import { makeTable, number, numberIfAny, range, type Table, text } from "./table.ts";

const mostRows = 500;

/** One row a period, medians; the first 500 where there are more (periods.csv has all). What is always 0 is left out. */
export function periodsTable({ periods, scenario: { currency } }: Report): Table {
  const shown = periods.slice(0, mostRows);
  return makeTable<ReportPeriod>(shown, [
    text("Settled", ({ date }) => date),
    number("Share", currency, ({ share }) => share?.q50 ?? null),
    range("5 – 95 % of shares", currency, ({ share }) => share && [share.q05, share.q95]),
    number("Members", "", ({ members }) => members?.q50 ?? null),
    number("Joiners", "", ({ joiners }) => joiners?.q50 ?? null),
    number("Left", "", leavers),
    number("Cases", "", ({ cases }) => cases?.q50 ?? null),
    number("Aid", currency, ({ aid }) => aid?.q50 ?? null),
    ...numberIfAny(shown, "Aid cut", currency, ({ aidCut }) => aidCut?.q50 ?? null),
    ...numberIfAny(shown, "Operator paid", currency, ({ subsidy }) => subsidy?.q50 ?? null),
    ...numberIfAny(shown, "Refunds", currency, ({ refunds }) => refunds?.q50 ?? null),
    ...numberIfAny(shown, "Deposits held", currency, ({ deposits }) => deposits?.q50 ?? null),
  ]);
}

/** Mean number of leavers for any reason. */
function leavers(period: ReportPeriod): number | null {
  const means = leavingReasons.map(({ key }) => period[key]?.mean ?? null);
  return means.every((mean) => mean === null)
    ? null
    : means.reduce<number>((sum, mean) => sum + (mean ?? 0), 0);
}
