import type { Figure } from "../../statistics/figure.ts";
import { columnFormat } from "../format.ts";
import { makeTable, missing, type Table, text } from "./table.ts";

/** A line of a ledger that must balance. */
export interface LedgerLine {
  readonly label: string;
  readonly side: "in" | "out";
  /** Its quantiles are null where only the mean is known. */
  readonly figure: Pick<Figure, "mean"> & { readonly q05: number | null; readonly q95: number | null };
}

/**
 * Means over the replications, what came in equal to what went out, with what nine of ten replications have where they differ;
 * then the sums. Lines that are always 0 are left out.
 */
export function ledgerTable(all: readonly LedgerLine[], currency: string): Table {
  const lines = all.filter(({ figure }) => isMoved(figure));
  const sumOf = (side: LedgerLine["side"]) =>
    lines.reduce((sum, line) => sum + (line.side === side ? line.figure.mean : 0), 0);
  const sums = [sumOf("in"), sumOf("out")];
  // One unit and one number of decimals for all columns, which are compared.
  const { unit, format } = columnFormat([...lines.map(({ figure }) => figure.mean), ...sums], 5);
  const head = (what: string) => [`${what},`, unit, currency].filter((word) => word !== "").join(" ");
  const rows = [
    ...lines.map(({ label, side, figure }) => ({
      label,
      cells: side === "in" ? [format(figure.mean), missing] : [missing, format(figure.mean)],
      range: rangeOf(figure, format),
    })),
    { label: "Sum", cells: sums.map(format), range: "" },
  ];
  const table = makeTable(rows, [
    text("", ({ label }) => label),
    text(head("Came in"), ({ cells }) => cells[0], { align: "right" }),
    text(head("Went out"), ({ cells }) => cells[1], { align: "right" }),
    ...(rows.some(({ range }) => range !== "")
      ? [text<(typeof rows)[number]>(head("5 – 95 %"), ({ range }) => range, { align: "right" })]
      : []),
  ]);
  return { ...table, strong: [rows.length - 1] };
}

function isMoved({ mean, q05, q95 }: LedgerLine["figure"]): boolean {
  return [mean, q05, q95].some((value) => value !== 0 && value !== null);
}

/** Empty where nine of ten replications differ by no more than rounding. */
function rangeOf({ q05, q95 }: LedgerLine["figure"], format: (value: number) => string): string {
  if (q05 === null || q95 === null || q95 - q05 <= 1e-9 * Math.abs(q95)) return "";
  return `${format(q05)} – ${format(q95)}`;
}
