import type { Column, ColumnSource } from "../../plan/columns.ts";
import type { Figure } from "../../statistics/figure.ts";
import type { ColumnResult } from "../../statistics/results.ts";
import type { ReportInputs } from "../inputs.ts";
import { reportFigure } from "./reportFigure.ts";

/** Finds columns by what they hold, whatever they are called. */
export interface ColumnLookup {
  find(of: ColumnSource): ColumnResult | null;
  /** Throws where the plan records no such column: a bug of the plan, not a user's mistake. */
  figure(of: ColumnSource): Figure;
}

export function columnLookup({ columns, results }: Pick<ReportInputs, "columns" | "results">): ColumnLookup {
  const byKey = new Map(columns.map((column) => [keyOf(column.of), column]));
  const find = (of: ColumnSource): ColumnResult | null => {
    const column: Column | undefined = byKey.get(keyOf(of));
    return column ? (results.columns[column.name] ?? null) : null;
  };
  return {
    find,
    figure: (of) => {
      const figure = reportFigure(find(of)?.figure ?? null);
      if (!figure) throw new Error(`the plan records no finite column for ${keyOf(of)}`);
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
