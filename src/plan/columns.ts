import type { averagedMetrics, PeriodMetric, summedMetrics } from "./metrics.ts";

/**
 * One number per replication: a column of `replications.parquet` and a figure that `ask:` can name.
 * `name` is how both call it, such as `years.2020.share` or `years.2020.members[class=careful]`.
 */
export interface Column {
  readonly name: string;
  readonly of: ColumnSource;
}

export type ColumnSource =
  | { readonly kind: "yearSum"; readonly year: number; readonly metric: (typeof summedMetrics)[number] }
  | { readonly kind: "yearMean"; readonly year: number; readonly metric: (typeof averagedMetrics)[number] }
  /** Members at the year's last settlement, all or of one class (by index). */
  | { readonly kind: "yearEnd"; readonly year: number; readonly classIndex: number | null }
  | {
      readonly kind: "total";
      readonly metric: (typeof summedMetrics)[number] | "cost" | "joiners" | "lapsed";
    }
  /** Decimal year in which the plan ended; Infinity: it did not. */
  | { readonly kind: "endingYear" }
  | { readonly kind: "peak"; readonly metric: "members" | "share" }
  | { readonly kind: "runOff"; readonly metric: "cost" | "cases" }
  /** One period's metric, because `ask:` names it: `periods.2019-01-28.share`. */
  | { readonly kind: "period"; readonly period: number; readonly metric: PeriodMetric };
