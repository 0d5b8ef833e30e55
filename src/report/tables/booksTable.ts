import { columnFormat } from "../format.ts";
import type { Report } from "../report.ts";
import { makeTable, missing, type Table, text } from "./table.ts";

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
  const moved = lines.flatMap(({ came, went }) => [came, went]).filter((sum) => sum !== null);
  // One unit and one number of decimals for both columns, which are compared.
  const { unit, format } = columnFormat(moved, 5);
  const head = (what: string) => [`${what},`, unit, currency].filter((word) => word !== "").join(" ");
  const cell = (sum: number | null) => (sum === null ? missing : format(sum));
  const table = makeTable(lines, [
    text("", ({ label }) => label),
    text(head("Came in"), ({ came }) => cell(came), { align: "right" }),
    text(head("Went out"), ({ went }) => cell(went), { align: "right" }),
  ]);
  return { ...table, strong: [lines.length - 1] };
}
