import { formatErrorOf, formatNumber, formatPortion, formatWithError } from "../format.ts";
import type { Report } from "../report.ts";
import { headlineLabel, isTellingHeadline } from "../wording.ts";
import { makeTable, missing, type Table, text } from "./table.ts";

/** The headline figures with their Monte Carlo errors: would another seed tell the same? */
export function certaintyTable({ certainty, scenario: { currency } }: Report): Table {
  return makeTable(certainty.headlines.filter(isTellingHeadline), [
    text("Figure", ({ name }) => headlineLabel(name, currency)),
    text("Mean", ({ figure }) => formatNumber(figure.mean, 4), { align: "right" }),
    text("Standard error", ({ figure }) => formatErrorOf(figure.mean, figure.se), { align: "right" }),
    text(
      "of the mean",
      ({ figure }) => (figure.mean === 0 ? missing : formatPortion(Math.abs(figure.se / figure.mean))),
      {
        align: "right",
      },
    ),
    text("Median", ({ figure }) => formatWithError(figure.q50, figure.seQ50), {
      align: "right",
    }),
    text("5 %", ({ figure }) => formatWithError(figure.q05, figure.seQ05), {
      align: "right",
    }),
    text("95 %", ({ figure }) => formatWithError(figure.q95, figure.seQ95), {
      align: "right",
    }),
  ]);
}
