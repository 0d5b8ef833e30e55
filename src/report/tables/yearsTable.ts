import type { Report, ReportYear } from "../report.ts";
import { makeTable, number, range, type Table, text } from "./table.ts";

/** Medians over the replications, one row a calendar year. */
export function yearsTable({ years, scenario: { currency } }: Report): Table {
  return makeTable<ReportYear>(years, [
    text("Year", yearLabel),
    number("Share", currency, ({ share }) => share.q50),
    range("5 – 95 % of shares", currency, ({ share }) => [share.q05, share.q95]),
    number("Cases", "", ({ cases }) => cases.q50),
    number("Aid", currency, ({ aid }) => aid.q50),
    number("Fee", currency, ({ fee }) => fee.q50),
    number("Subsidy", currency, ({ subsidy }) => subsidy.q50),
    number("Paid by members", currency, ({ contributions }) => contributions.q50),
    number("Members at its end", "", ({ members }) => members.q50),
  ]);
}

/** "2018 (part)" for a year that the calendar does not cover whole. */
export function yearLabel({ year, complete }: Pick<ReportYear, "year" | "complete">): string {
  return complete ? `${year}` : `${year} (part)`;
}
