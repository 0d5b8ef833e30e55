import type { EndingCause } from "../../plan/metrics.ts";
import type { Estimate } from "../../statistics/figure.ts";
import { formatPortion } from "../format.ts";
import type { Ending, Report } from "../report.ts";
import { causeInWords } from "../wording.ts";
import { makeTable, missing, type Table, text } from "./table.ts";

interface Row {
  readonly cause: EndingCause;
  readonly probability: Estimate;
  readonly dates: Ending["causes"][number]["dates"] | null;
}

/** How the replications ended; empty where none did. */
export function endingTable({ ending }: Report): Table {
  const { probability, causes } = ending;
  if (causes.length === 0) return makeTable([], []);
  const running = { value: 1 - probability.value, se: probability.se };
  const stillRunning: Row = { cause: "none", probability: running, dates: null };
  const rows: Row[] = [...causes, ...(running.value > 0 ? [stillRunning] : [])];
  return makeTable(rows, [
    text("Ending", ({ cause }) => capitalised(causeInWords(cause))),
    text("Replications", (row) => formatPortion(row.probability.value), { align: "right" }),
    text("Standard error", (row) => formatPortion(row.probability.se), { align: "right" }),
    text("Half of these by", ({ dates }) => dates?.q50 ?? missing),
    text("5 – 95 % of these", ({ dates }) => rangeOf(dates)),
  ]);
}

function rangeOf(dates: Row["dates"]): string {
  if (dates === null) return missing;
  return dates.q05 === dates.q95 ? "all on that day" : `${dates.q05} – ${dates.q95}`;
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
