import { formatNumber, formatObserved } from "../format.ts";
import type { HistoryPoint } from "../report.ts";
import { figureInWords } from "../wording.ts";
import { makeTable, missing, type Table, text } from "./table.ts";

/** What was observed beside the same figure of the simulation. */
export function observedTable(history: readonly HistoryPoint[]): Table {
  return makeTable<HistoryPoint>(history, [
    text("Figure", ({ figure }) => figureInWords(figure)),
    text("On", ({ date, figure }) => (figure.startsWith("years.") ? date.slice(0, 4) : date)),
    text("Observed", ({ observed }) => formatObserved(observed), { align: "right" }),
    text("Simulated median", ({ simulated }) => orMissing(simulated?.q50), { align: "right" }),
    text("5 – 95 %", interval, { align: "right" }),
    text("Inside?", standingOf),
    text("Source", ({ source }) => source, { prose: true }),
  ]);
}

/** How an observation stands to the simulated 90 % interval. */
export type Standing = "inside" | "above" | "below" | "input" | "no spread" | "not simulated";

/** `input`: the scenario follows it; `no spread`: all replications have the same, so that nothing lies inside but by luck. */
export function standingOf({ simulated, observed, input }: HistoryPoint): Standing {
  if (!simulated || simulated.q05 === null || simulated.q95 === null) return "not simulated";
  if (input) return "input";
  const { q05, q95 } = simulated;
  if (q95 - q05 <= 1e-9 * Math.abs(q95)) return "no spread";
  const slack = 1e-9 * Math.abs(observed);
  if (observed > q95 + slack) return "above";
  return observed < q05 - slack ? "below" : "inside";
}

function interval({ simulated }: HistoryPoint): string {
  return simulated ? `${orMissing(simulated.q05)} – ${orMissing(simulated.q95)}` : missing;
}

function orMissing(value: number | null | undefined): string {
  return value === null || value === undefined ? missing : formatNumber(value);
}
