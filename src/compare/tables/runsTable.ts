import { formatCount } from "../../report/format.ts";
import { makeTable, type Table, text } from "../../report/tables/table.ts";
import type { Comparison, RunFacts } from "../comparison.ts";
import { letterInWords } from "../words.ts";

/** What the letters stand for. */
export function runsTable({ runs }: Comparison): Table {
  return makeTable<RunFacts>(runs, [
    text("Run", ({ letter }) => letterInWords(letter)),
    text("Title", ({ title }) => title),
    text("From", ({ path }) => path, { prose: true }),
    text("Replications", ({ replications }) => formatCount(replications), { align: "right" }),
    text("Seed", ({ seed }) => seed),
    text("Engine", ({ engine }) => engine),
    text("Digest of the results", ({ digest }) => digest.slice(0, 16)),
  ]);
}
