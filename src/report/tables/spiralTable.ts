import { formatDate, formatPortionWithError } from "../format.ts";
import type { AdverseSelection } from "../report.ts";
import { makeTable, missing, type Table, text } from "./table.ts";

type Spiral = NonNullable<AdverseSelection["spiral"]>;

/** How often there is a spiral, and when it begins; no rows where the scenario calls nothing so. */
export function spiralTable(spiral: Spiral | null): Table {
  const dateOf = ({ dates }: Spiral, key: "q05" | "q50" | "q95") =>
    dates ? formatDate(dates[key]) : missing;
  return makeTable<Spiral>(spiral ? [spiral] : [], [
    text("Probability", ({ probability }) => formatPortionWithError(probability), { align: "right" }),
    text("One in twenty by", (row) => dateOf(row, "q05"), { align: "right" }),
    text("Half by", (row) => dateOf(row, "q50"), { align: "right" }),
    text("95 % by", (row) => dateOf(row, "q95"), { align: "right" }),
  ]);
}
