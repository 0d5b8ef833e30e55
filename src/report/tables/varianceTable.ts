import type { Estimate } from "../../statistics/figure.ts";
import { formatNumber, formatPercentWithError } from "../format.ts";
import type { Report } from "../report.ts";
import { headlineLabel, isTellingHeadline } from "../wording.ts";
import { makeTable, type Table, text } from "./table.ts";

/** The variance of each headline figure, split by the kinds of luck. */
export function varianceTable({ certainty, scenario: { currency } }: Report): Table {
  const rows = certainty.headlines
    .filter(isTellingHeadline)
    .flatMap(({ name, figure, variance }) => (variance === null ? [] : [{ name, figure, ...variance }]));
  const part = (head: string, of: (row: (typeof rows)[number]) => Estimate) =>
    text<(typeof rows)[number]>(head, (row) => formatPercentWithError(of(row)), { align: "right" });
  return makeTable(rows, [
    text("Figure", ({ name }) => headlineLabel(name, currency)),
    text("Standard deviation", ({ figure }) => formatNumber(figure.sd), { align: "right" }),
    part("Claims", ({ claims }) => claims),
    part("Shocks", ({ shocks }) => shocks),
    part("Uncertain numbers", ({ parameters }) => parameters),
  ]);
}
