import type { Report, ReportAssumption } from "../report.ts";
import { makeTable, type Table, text } from "./table.ts";

const kinds = { path: "drawn per history", shape: "drawn per block of histories" } as const;

/** Everything the scenario states, with the comment beside it. */
export function assumptionsTable({ assumptions }: Report): Table {
  return makeTable<ReportAssumption>(assumptions, [
    text("What", ({ path }) => path),
    text("Value", ({ value }) => value, { prose: true }),
    text("Uncertain?", ({ uncertain }) => (uncertain === null ? "" : kinds[uncertain])),
    text("Why, and from where", ({ note }) => note, { prose: true }),
    text("Stated in", ({ from }) => from),
  ]);
}
