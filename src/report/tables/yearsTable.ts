import type { Report, ReportYear } from "../report.ts";
import { type Field, makeTable, number, numberIfAny, range, type Table, text } from "./table.ts";

/** Medians over the replications, one row a calendar year; what is always 0 is left out. */
export function yearsTable({ years, scenario: { currency } }: Report): Table {
  return makeTable<ReportYear>(years, [
    text("Year", yearLabel),
    number("Share", currency, ({ share }) => share.q50),
    range("5 – 95 % of shares", currency, ({ share }) => [share.q05, share.q95]),
    number("Cases", "", ({ cases }) => cases.q50),
    ...numberIfAny(years, "Refused", "", ({ denied }) => denied.q50),
    number("Aid", currency, ({ aid }) => aid.q50),
    ...money(years, currency),
    number("Members at its end", "", ({ members }) => members.q50),
    ...numberIfAny(years, "Deposits at its end", currency, ({ deposits }) => deposits?.q50 ?? null),
  ]);
}

const amounts = [
  { head: "Aid cut", key: "aidCut" },
  { head: "Fee", key: "fee" },
  { head: "Subsidy", key: "subsidy" },
  { head: "Paid by members", key: "contributions" },
  { head: "Refunds", key: "refunds" },
] as const;

function money(years: readonly ReportYear[], currency: string): Field<ReportYear>[] {
  return amounts.flatMap(({ head, key }) => numberIfAny(years, head, currency, (year) => year[key].q50));
}

/** "2018 (part)" for a year that the calendar does not cover whole. */
export function yearLabel({ year, complete }: Pick<ReportYear, "year" | "complete">): string {
  return complete ? `${year}` : `${year} (part)`;
}
