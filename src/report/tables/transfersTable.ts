import type { AdverseSelection, Report } from "../report.ts";
import { type Field, makeTable, number, type Table, text } from "./table.ts";

type Row = AdverseSelection["transfers"][number];
type Amount =
  | "asked"
  | "expectedAid"
  | "transfer"
  | "askedPerHead"
  | "expectedAidPerHead"
  | "differencePerHead";

/** Years that longer tables leave out are in report.json. */
const mostRows = 120;

/** What each class was asked for and could expect, year by year, together and per head. */
export function transfersTable({ adverseSelection: { transfers }, scenario: { currency } }: Report): Table {
  const withError = (head: string, key: Amount): Field<Row>[] => [
    number(head, currency, (row) => row[key].value),
    number("Standard error", currency, (row) => row[key].se, 2),
  ];
  return makeTable<Row>(lastYears(transfers), [
    text("Year", ({ year }) => `${year}`),
    text("Class", ({ name }) => name),
    ...withError("Asked for", "asked"),
    ...withError("Aid to expect", "expectedAid"),
    ...withError("Passed to others", "transfer"),
    ...withError("One is asked for", "askedPerHead"),
    ...withError("One can expect", "expectedAidPerHead"),
    ...withError("Difference", "differencePerHead"),
  ]);
}

/** As many of the last years as make no table too long; one at least. */
function lastYears(transfers: readonly Row[]): readonly Row[] {
  const years = [...new Set(transfers.map(({ year }) => year))];
  const perYear = transfers.length / Math.max(1, years.length);
  const shown = years.slice(-Math.max(1, Math.floor(mostRows / Math.max(1, perYear))));
  return transfers.filter(({ year }) => shown.includes(year));
}
