import type { ColumnSource } from "../../plan/columns.ts";
import type { Figure } from "../../statistics/figure.ts";
import type { ColumnResult } from "../../statistics/results.ts";
import type { ReportInputs } from "../inputs.ts";
import { reportFigure } from "./reportFigure.ts";

/** Finds columns of the whole plan, or of one pool, by what they hold, whatever they are called. */
export interface ColumnLookup {
  /** null where the plan records no such column. */
  find(of: ColumnSource): ColumnResult | null;
  /** The same; null also where the figure is not finite. */
  figureOrNull(of: ColumnSource): Figure | null;
  /** Throws where there is none: a bug of the plan, not a user's mistake. */
  figure(of: ColumnSource): Figure;
}

/** Of a series of the results: 0, the whole plan. */
export function columnLookup(
  { columns, results }: Pick<ReportInputs, "columns" | "results">,
  series: number,
): ColumnLookup {
  const ours = columns.filter((column) => column.series === series);
  const byKey = new Map(ours.map(({ of, name }) => [keyOf(of), name]));
  const find = (of: ColumnSource): ColumnResult | null => {
    const name = byKey.get(keyOf(of));
    return name === undefined ? null : (results.columns[name] ?? null);
  };
  const figureOrNull = (of: ColumnSource) => reportFigure(find(of)?.figure ?? null);
  return {
    find,
    figureOrNull,
    figure: (of) => {
      const figure = figureOrNull(of);
      if (!figure) throw new Error(`the plan records no finite column for ${keyOf(of)} of series ${series}`);
      return figure;
    },
  };
}

/** `keyOf({ kind: "yearSum", year: 2020, metric: "share" })` is "kind=yearSum metric=share year=2020". */
function keyOf(of: ColumnSource): string {
  return Object.entries(of)
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .join(" ");
}
