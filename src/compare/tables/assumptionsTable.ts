import { makeTable, missing, type Table, text } from "../../report/tables/table.ts";
import type { Comparison, DifferingAssumption } from "../comparison.ts";
import { letterInWords } from "../words.ts";

/** What the scenarios assume differently, with the comments beside it. */
export function assumptionsTable({ assumptions, runs }: Comparison): Table {
  return makeTable<DifferingAssumption>(assumptions, [
    text("What", ({ path }) => path),
    ...runs.map(({ letter }, i) =>
      text<DifferingAssumption>(letterInWords(letter), ({ values }) => values[i] ?? missing, { prose: true }),
    ),
    text("Why, and from where", ({ notes }) => notesOf(notes), { prose: true }),
  ]);
}

/** Each comment once. */
function notesOf(notes: DifferingAssumption["notes"]): string {
  return [...new Set(notes.filter((note) => note !== null && note !== ""))].join("; ");
}
