/** What a block of replications did: plain arrays, nothing summed up yet (`tallyBlock` does that). */
export interface BlockOutcome {
  readonly block: number;
  /** Index of the block's first replication, and how many it holds. */
  readonly first: number;
  readonly count: number;
  readonly periods: number;
  /** The whole plan; then, if it has several pools, each of them in the plan's order. */
  readonly series: readonly SeriesOutcome[];
  /** Columns: `columns[column * count + replication]`, columns as in `plan.columns`. */
  readonly columns: Float64Array;
  /** Largest relative imbalance of the money books and of the membership books met in the block. */
  readonly maxImbalance: number;
  readonly maxMemberImbalance: number;
}

/** The whole plan, or one of its pools (with all its copies), through all periods. */
export interface SeriesOutcome {
  /** Period metrics: `paths[(metric * periods + period) * count + replication]`, metrics as in `periodMetrics`. */
  readonly paths: Float64Array;
  /** The last period in which it ran in each replication (its run-off may go on). */
  readonly lastRunning: Int32Array;
  /** Index into `endingCauses` for each replication. */
  readonly endings: Uint8Array;
}
