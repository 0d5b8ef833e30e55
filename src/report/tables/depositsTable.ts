import type { Ledger } from "../report.ts";
import { type LedgerLine, ledgerTable } from "./ledgerTable.ts";
import type { Table } from "./table.ts";

/** Members' own money with the operator: paid in + credited + moved = used + given back + lost + held. */
export function depositsTable(deposits: NonNullable<Ledger["deposits"]>, currency: string): Table {
  const { paid, credited, moved, used, returned, lost, held } = deposits;
  return ledgerTable(
    [
      { label: "Paid in by members", side: "in", figure: paid },
      { label: "Credited by the operator, interest too", side: "in", figure: credited },
      ...movedLine(moved),
      { label: "Used for shares", side: "out", figure: used },
      { label: "Given back", side: "out", figure: returned },
      { label: "Forfeited, or spent and not given back", side: "out", figure: lost },
      { label: "Held when the run is over", side: "out", figure: held },
    ],
    currency,
  );
}

function movedLine(moved: number): LedgerLine[] {
  const figure = { mean: Math.abs(moved), q05: null, q95: null };
  if (moved === 0) return [];
  return moved > 0
    ? [{ label: "Brought from other pools", side: "in", figure }]
    : [{ label: "Taken along to other pools", side: "out", figure }];
}
