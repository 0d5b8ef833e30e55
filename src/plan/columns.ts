import type {
  averagedMetrics,
  PeriodMetric,
  selectionTerms,
  summedMetrics,
  totalMetrics,
  yearEndMetrics,
  yearEndRisks,
} from "./metrics.ts";

/**
 * One number per replication: a column of `replications.parquet` and a figure that `ask:` can name.
 * `name` is how both call it, such as `years.2020.share`, `years.2020.share[pool=elderly]` or
 * `years.2020.members[class=careful]`.
 */
export interface Column {
  readonly name: string;
  /** What it is about: 0, the whole plan; else one pool of several, `series - 1`. */
  readonly series: number;
  readonly of: ColumnSource;
}

export type ColumnSource =
  | {
      readonly kind: "yearSum";
      readonly year: number;
      readonly metric: (typeof summedMetrics)[number] | (typeof selectionTerms)[number];
    }
  | { readonly kind: "yearMean"; readonly year: number; readonly metric: (typeof averagedMetrics)[number] }
  /** At the year's last settlement. */
  | {
      readonly kind: "yearEnd";
      readonly year: number;
      readonly metric: (typeof yearEndMetrics)[number] | (typeof yearEndRisks)[number];
    }
  /** Of one class, by its index into `planClasses`: members at the year's last settlement, ... */
  | { readonly kind: "classYearEnd"; readonly year: number; readonly classIndex: number }
  /** ... what one of its sharers was asked for in the year or, null, over the whole run, and the aid such a one could expect. */
  | {
      readonly kind: "classSum";
      readonly year: number | null;
      readonly classIndex: number;
      readonly metric: "share" | "expectedAid";
    }
  /** All of it together: what the class is asked for in the year, and the aid that it can expect. */
  | {
      readonly kind: "classMoney";
      readonly year: number;
      readonly classIndex: number;
      readonly metric: "asked" | "expectedAid";
    }
  | {
      readonly kind: "total";
      readonly metric: (typeof summedMetrics)[number] | (typeof totalMetrics)[number] | "cost";
    }
  /** Decimal year in which the plan ended; Infinity: it did not. */
  | { readonly kind: "endingYear" }
  /** Decimal year in which what the scenario calls a spiral began; Infinity: none did. */
  | { readonly kind: "spiralYear" }
  | { readonly kind: "peak"; readonly metric: "members" | "share" | "deposits" }
  /** After the end: what it cost, its cases, what the operator paid and gave back, and the part of the aid owed that was paid. */
  | {
      readonly kind: "runOff";
      readonly metric:
        | "cost"
        | "cases"
        | "subsidy"
        | "refunds"
        | "depositsReturned"
        | "depositsLost"
        | "paidPart";
    }
  /** Members with which it ended; 0 where it did not. */
  | { readonly kind: "atEnding"; readonly metric: "members" | "deposits" }
  /** Over the pools of which there are several copies. */
  | { readonly kind: "copies"; readonly metric: CopiesMetric }
  /** One period's figure of a class, because `ask:` names it: `periods.2019-01-28.share[class=careful]`. */
  | {
      readonly kind: "classPeriod";
      readonly period: number;
      readonly classIndex: number;
      readonly metric: ClassFigure;
    }
  /** One period's metric, because `ask:` names it: `periods.2019-01-28.share`. */
  | { readonly kind: "period"; readonly period: number; readonly metric: PeriodMetric };

/** How copies of a pool differ: how many ended or cut aid, and the spread of what one sharer was asked for over the whole run. */
export const copiesMetrics = [
  "ended",
  "cut",
  "shareSd",
  "shareQ05",
  "shareQ50",
  "shareQ95",
  "shareMost",
] as const;
export type CopiesMetric = (typeof copiesMetrics)[number];

/** What is known of a class: its members, and what one of them was asked for or could expect. */
export const classFigures = ["members", "share", "expectedAid"] as const;
export type ClassFigure = (typeof classFigures)[number];
