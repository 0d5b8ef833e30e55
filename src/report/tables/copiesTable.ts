import { formatCount } from "../format.ts";
import type { Copies, Report } from "../report.ts";
import { type FigureLine, figuresTable } from "./figuresTable.ts";
import type { Table } from "./table.ts";

/** How many pools alike differ: each row a figure over the copies, with its spread over the replications. */
export function copiesTable({ copies, scenario: { currency } }: Report): Table {
  return figuresTable(copies.flatMap((of) => linesOf(of, currency)));
}

function linesOf(of: Copies, currency: string): FigureLine[] {
  const name = of.pool === "" ? "" : `${of.pool}: `;
  const line = (label: string, unit: string, figure: FigureLine["figure"]) => ({
    label: name + label,
    unit,
    figure,
  });
  const all = formatCount(of.copies);
  return [
    line(`pools that end, of ${all}`, "", of.ended),
    line(`pools that cut aid, of ${all}`, "", of.cut),
    line("share: 5 % of the pools ask for less than", currency, of.shareQ05),
    line("share: the median pool asks for", currency, of.shareQ50),
    line("share: 5 % of the pools ask for more than", currency, of.shareQ95),
    line("share: the dearest pool asks for", currency, of.shareMost),
    line("share: standard deviation over the pools", currency, of.shareSd),
  ];
}
