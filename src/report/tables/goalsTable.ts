import { formatNumber, formatPortion, formatSe } from "../format.ts";
import type { Certainty } from "../report.ts";
import { errorIfAny, makeTable, missing, type Table, text } from "./table.ts";

/** What `--precision` asked for, and what was reached. */
export function goalsTable({ goals }: Certainty): Table {
  return makeTable(goals, [
    text("Figure", ({ ask }) => ask),
    text("Value", ({ value }) => (value === null ? missing : formatNumber(value, 5)), { align: "right" }),
    text("Standard error", ({ value, se }) => errorIfAny(value, se), { align: "right" }),
    text(
      "of the value",
      ({ value, se }) =>
        value === null || se === null || value === 0 ? missing : portionInWords(se / Math.abs(value)),
      { align: "right" },
    ),
    text("Asked for", ({ most, isRelative }) => (isRelative ? portionInWords(most) : formatSe(most)), {
      align: "right",
    }),
    text("Reached", ({ isReached }) => (isReached ? "yes" : "no")),
  ]);
}

/** Errors are small: `formatPortion` would hide them below 0.1 %. */
const portionInWords = (portion: number) =>
  portion < 0.01 ? `${formatSe(100 * portion)} %` : formatPortion(portion);
