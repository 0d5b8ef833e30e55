import type { ColumnSource } from "../../plan/columns.ts";
import type { Figure } from "../../statistics/figure.ts";
import type { Subject } from "./subject.ts";

/** Figures of the whole run: `cost`, `aid`..., `peakMembers`, `runOffCost`, `atEndingMembers`; `endingYear` if all ended. */
export function makeTotals({ inputs, index, lookup }: Subject): Record<string, Figure> {
  const totals: Record<string, Figure> = {};
  for (const { of } of inputs.columns.filter((column) => column.series === index)) {
    const key = totalKey(of);
    const figure = key === null ? null : lookup.figureOrNull(of);
    if (key !== null && figure !== null) totals[key] = figure;
  }
  return totals;
}

function totalKey(of: ColumnSource): string | null {
  switch (of.kind) {
    case "total":
      return of.metric;
    case "endingYear":
      return "endingYear";
    case "peak":
    case "runOff":
    case "atEnding":
      return of.kind + of.metric.charAt(0).toUpperCase() + of.metric.slice(1);
    default:
      return null;
  }
}
