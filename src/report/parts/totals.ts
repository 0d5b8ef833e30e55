import type { ColumnSource } from "../../plan/columns.ts";
import type { Figure } from "../../statistics/figure.ts";
import type { ReportInputs } from "../inputs.ts";
import { reportFigure } from "./reportFigure.ts";

/** Figures of the whole run: `cost`, `aid`..., `peakMembers`, `peakShare`, `runOffCost`; `endingYear` if all ended. */
export function makeTotals({
  columns,
  results,
}: Pick<ReportInputs, "columns" | "results">): Record<string, Figure> {
  const totals: Record<string, Figure> = {};
  for (const { name, of } of columns) {
    const key = totalKey(of);
    const figure = reportFigure(results.columns[name]?.figure ?? null);
    if (key && figure) totals[key] = figure;
  }
  return totals;
}

function totalKey(of: ColumnSource): string | null {
  if (of.kind === "total") return of.metric;
  if (of.kind === "endingYear") return "endingYear";
  if (of.kind === "peak" || of.kind === "runOff")
    return of.kind + of.metric.charAt(0).toUpperCase() + of.metric.slice(1);
  return null;
}
