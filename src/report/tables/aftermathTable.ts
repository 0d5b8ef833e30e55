import type { Aftermath, Report } from "../report.ts";
import { type FigureLine, figuresTable } from "./figuresTable.ts";
import type { Table } from "./table.ts";

/** With what it ended and what closing cost, over the replications that ended; what is always 0 is left out. */
export function aftermathTable(aftermath: Aftermath, { scenario: { currency } }: Report): Table {
  const { members, deposits, cost, cases, subsidy, refunds, depositsReturned, depositsLost, paidPart } =
    aftermath;
  const money = (label: string, figure: Aftermath["deposits"]) => lineOf(label, currency, figure);
  return figuresTable([
    ...lineOf("Members at the end", "", members),
    ...money("Deposits held at the end", deposits),
    ...lineOf("Claims approved after the end", "", cases),
    ...money("Cost after the end: aid owed and fee", cost),
    ...(paidPart && paidPart.q05 < 1 ? lineOf("Part of that aid that is paid", "portion", paidPart) : []),
    ...money("Paid by the operator after the end", subsidy),
    ...money("Contributions given back", refunds),
    ...money("Deposits given back", depositsReturned),
    ...money("Deposits not given back", depositsLost),
  ]);
}

function lineOf(label: string, unit: string, figure: FigureLine["figure"] | null): FigureLine[] {
  return figure && (figure.mean !== 0 || figure.q95 !== 0) ? [{ label, unit, figure }] : [];
}
