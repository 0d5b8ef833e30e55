import { formatErrorOf, formatNumber } from "../format.ts";
import type { Answer, Report } from "../report.ts";
import { makeTable, missing, type Table, text } from "./table.ts";

/** The scenario's questions. */
export function answersTable({ answers }: Report): Table {
  return makeTable<Answer>(answers, [
    text("Question", ({ ask }) => ask),
    text("Answer", ({ value }) => (value === null ? "no finite answer" : formatNumber(value, 5)), {
      align: "right",
    }),
    text(
      "Standard error",
      ({ value, se }) => (value === null || se === null ? missing : formatErrorOf(value, se)),
      { align: "right" },
    ),
  ]);
}
