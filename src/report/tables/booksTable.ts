import type { Ledger, Report } from "../report.ts";
import { type LedgerLine, ledgerTable } from "./ledgerTable.ts";
import type { Table } from "./table.ts";

type Reported = Pick<Report, "scenario"> & { readonly books: Ledger };

/** The money of the whole run: contributions + subsidy = aid + fee + refunds + surplus at the end. */
export function booksTable({ books, scenario: { currency } }: Reported): Table {
  const { contributions, subsidy, aid, fee, refunds, surplusAtEnd } = books;
  const lines: LedgerLine[] = [
    { label: "Paid by members", side: "in", figure: contributions },
    { label: "Paid by the operator", side: "in", figure: subsidy },
    { label: "Aid paid", side: "out", figure: aid },
    { label: "Operator’s fee", side: "out", figure: fee },
    { label: "Contributions given back", side: "out", figure: refunds },
    {
      label: surplusAtEnd.mean < 0 ? "Still to be collected at the end" : "Surplus held at the end",
      side: "out",
      figure: surplusAtEnd,
    },
  ];
  return ledgerTable(lines, currency);
}
