import { formatNumber, formatObserved } from "../format.ts";
import type { HistoryPoint, Report } from "../report.ts";
import { figureInWords } from "../wording.ts";
import { makeTable, missing, type Table, text } from "./table.ts";

/** What was observed beside the same figure of the simulation. */
export function observedTable({ history }: Report): Table {
  return makeTable<HistoryPoint>(history, [
    text("Figure", ({ figure }) => figureInWords(figure)),
    text("On", ({ date, figure }) => (figure.startsWith("years.") ? date.slice(0, 4) : date)),
    text("Observed", ({ observed }) => formatObserved(observed), { align: "right" }),
    text("Simulated median", ({ simulated }) => orMissing(simulated?.q50), { align: "right" }),
    text("5 – 95 %", interval, { align: "right" }),
    text("Inside?", insideInWords),
    text("Source", ({ source }) => source, { prose: true }),
  ]);
}

/** Whether the observation lies within the simulated 90 % interval; null where nothing was simulated. */
export function isInside({ simulated, observed }: HistoryPoint): boolean | null {
  if (!simulated || simulated.q05 === null || simulated.q95 === null) return null;
  const slack = 1e-9 * Math.abs(observed);
  return observed >= simulated.q05 - slack && observed <= simulated.q95 + slack;
}

function insideInWords(point: HistoryPoint): string {
  const inside = isInside(point);
  if (inside === null) return "not simulated";
  if (inside) return "inside";
  return point.observed > (point.simulated?.q95 ?? 0) ? "above" : "below";
}

function interval({ simulated }: HistoryPoint): string {
  return simulated ? `${orMissing(simulated.q05)} – ${orMissing(simulated.q95)}` : missing;
}

function orMissing(value: number | null | undefined): string {
  return value === null || value === undefined ? missing : formatNumber(value);
}
