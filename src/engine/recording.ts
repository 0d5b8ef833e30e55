import type { BlockOutcome } from "./outcome.ts";

/** What endings leave behind, summed over pools: with how many members, holding what, and what came after. */
export const endMetrics = [
  "members",
  "deposits",
  "cost",
  "cases",
  "subsidy",
  "refunds",
  "depositsReturned",
  "depositsLost",
  "aid",
  "aidCut",
] as const;
export type EndMetric = (typeof endMetrics)[number];

/** What a block's replications leave behind while they are simulated; `fillColumns` makes their rows from it. */
export interface Recording {
  readonly outcome: BlockOutcome;
  /**
   * Sums over all pools that have the class: `[((metric * classes + class) * periods + period) * count + replication]`, metrics
   * as in `classMetrics`, classes as in `planClasses`.
   */
  readonly classPaths: Float64Array;
  /** By series: `[metric * count + replication]`, metrics as in `endMetrics`; 0 where it did not end. */
  readonly atEnd: readonly Float64Array[];
  /** By pool: `[metric * count + replication]`, metrics as in `copiesMetrics`; null where there is one copy only. */
  readonly copies: readonly (Float64Array | null)[];
}
