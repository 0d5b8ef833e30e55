import type { PeriodMetric } from "../plan/metrics.ts";
import type { Estimate, Figure } from "./figure.ts";
import type { Sampling } from "./standardError.ts";

/** One number per replication of each column, and how the replications hang together: what questions are answered from. */
export interface Sample extends Sampling {
  readonly replications: number;
  readonly blockCounts: Int32Array;
  readonly columns: Readonly<Record<string, { readonly values: Float64Array }>>;
}

/** What all replications together say: made from the merged tallies by `summarise`, worded by the report. */
export interface Results extends Sample {
  /** The whole plan; then, if it has several pools, each of them in the plan's order (see `planSeries`). */
  readonly series: readonly SeriesResult[];
  /** By column name, in the order of `plan.columns`. */
  readonly columns: Readonly<Record<string, ColumnResult>>;
  readonly maxImbalance: number;
  readonly maxMemberImbalance: number;
}

/** The whole plan, or one of its pools. */
export interface SeriesResult {
  readonly periods: readonly PeriodResult[];
  /** The last period in which it ran in each replication, and the index into `endingCauses` of why it ended. */
  readonly lastRunning: Int32Array;
  readonly endings: Uint8Array;
}

export interface PeriodResult {
  /** Part of the replications in which the plan (or pool) still ran. */
  readonly running: Estimate;
  /** null where no replication has the metric: a `running` metric after all had ended. */
  readonly figures: Readonly<Record<PeriodMetric, Figure | null>>;
}

export interface ColumnResult {
  /** One value per replication; Infinity where it never ended. */
  readonly values: Float64Array;
  /** null where a value is infinite. */
  readonly figure: Figure | null;
}
