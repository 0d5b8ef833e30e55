/** What a block of replications did: plain arrays, nothing summed up yet (`tallyBlock` does that). */
export interface BlockOutcome {
  readonly block: number;
  /** Index of the block's first replication, and how many it holds. */
  readonly first: number;
  readonly count: number;
  readonly periods: number;
  /** Period metrics: `paths[(metric * periods + period) * count + replication]`, metrics as in `periodMetrics`. */
  readonly paths: Float64Array;
  /** Columns: `columns[column * count + replication]`, columns as in `plan.columns`. */
  readonly columns: Float64Array;
  /** The last period in which each replication's plan ran (its run-off may go on). */
  readonly lastRunning: Int32Array;
  /** Index into `endingCauses` for each replication. */
  readonly endings: Uint8Array;
  /** Largest relative imbalance of the money books and of the membership books met in the block. */
  readonly maxImbalance: number;
  readonly maxMemberImbalance: number;
}
