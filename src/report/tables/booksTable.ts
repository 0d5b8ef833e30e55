import type { Report } from "../report.ts";
import { makeTable, number, type Table, text } from "./table.ts";

/** The money of the whole run, means over the replications: what came in equals what went out. */
export function booksTable({ books, scenario: { currency } }: Report): Table {
  const { contributions, subsidy, aid, fee, surplusAtEnd } = books;
  const lines = [
    { label: "Paid by members", came: contributions.mean, went: null },
    { label: "Paid by the operator", came: subsidy.mean, went: null },
    { label: "Aid paid", came: null, went: aid.mean },
    { label: "Operator’s fee", came: null, went: fee.mean },
    {
      label: surplusAtEnd.mean < 0 ? "Still to be collected at the end" : "Surplus held at the end",
      came: null,
      went: surplusAtEnd.mean,
    },
    {
      label: "Sum",
      came: contributions.mean + subsidy.mean,
      went: aid.mean + fee.mean + surplusAtEnd.mean,
    },
  ];
  const table = makeTable(lines, [
    text("", ({ label }) => label),
    number("Came in", currency, ({ came }) => came, 5),
    number("Went out", currency, ({ went }) => went, 5),
  ]);
  return { ...table, strong: [lines.length - 1] };
}
