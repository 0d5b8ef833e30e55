import { formatPortion } from "../format.ts";
import type { Report } from "../report.ts";
import { causeInWords } from "../wording.ts";
import { makeTable, type Table, text } from "./table.ts";

/** How the replications ended; empty where none did. */
export function endingTable({ ending }: Report): Table {
  const { probability, causes } = ending;
  if (causes.length === 0) return makeTable([], []);
  const running = { value: 1 - probability.value, se: probability.se };
  const rows = [...causes, ...(running.value > 0 ? [{ cause: "none" as const, probability: running }] : [])];
  return makeTable(rows, [
    text("Ending", ({ cause }) => capitalised(causeInWords(cause))),
    text("Replications", (row) => formatPortion(row.probability.value), { align: "right" }),
    text("Standard error", (row) => formatPortion(row.probability.se), { align: "right" }),
  ]);
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
