import type { AdverseSelection } from "../report.ts";
import { type Field, makeTable, number, type Table, text } from "./table.ts";

type Row = AdverseSelection["years"][number];

/** What leaving and joining do to the members' mean relative risk, year by year. */
export function selectionTable(years: readonly Row[]): Table {
  return makeTable<Row>(years, [
    text("Year", ({ year }) => `${year}`),
    ...withError("Risk at its end", ({ riskOfMembers: { mean, se } }) => ({ value: mean, se })),
    ...withError("Change", ({ change }) => change),
    ...withError("By leaving", ({ byLeaving }) => byLeaving),
    ...withError("By joining", ({ byJoining }) => byJoining),
    ...withError("By the rest", ({ byRest }) => byRest),
    ...withError("Multiple of who stays", ({ multipleOfStayers: { mean, se } }) => ({ value: mean, se })),
  ]);
}

function withError(
  head: string,
  of: (row: Row) => { readonly value: number; readonly se: number },
): Field<Row>[] {
  return [
    number(head, "", (row) => rounded(of(row).value), 4),
    number("Standard error", "", (row) => rounded(of(row).se), 2),
  ];
}

/** To five decimals: finer changes of a relative risk tell nothing. */
function rounded(value: number): number {
  return Number(value.toFixed(5));
}
