import { formatErrorOf, formatNumber, formatSe } from "../format.ts";
import type { Report, Sharing } from "../report.ts";
import { makeTable, missing, number, type Table, text } from "./table.ts";

type Row = Sharing["classes"][number];

/** Who pays for whom: by class, what one is asked for over the whole run and the aid one could expect. */
export function sharingTable({ sharing: { classes }, scenario: { currency } }: Report): Table {
  const right = { align: "right" } as const;
  return makeTable<Row>(classes, [
    text("Class", ({ name }) => name),
    number("Asked for (mean)", currency, ({ share }) => share.mean),
    number("Standard deviation", currency, ({ share }) => share.sd),
    number("Aid to expect (mean)", currency, ({ expectedAid }) => expectedAid.mean),
    text("Ratio", ({ ratio }) => (ratio === null ? missing : formatNumber(ratio.value)), right),
    text("Standard error", ({ ratio }) => (ratio === null ? missing : formatSe(ratio.se)), right),
    number("Difference", currency, ({ difference }) => difference.value),
    text("Standard error", ({ difference }) => formatErrorOf(difference.value, difference.se), right),
  ]);
}
