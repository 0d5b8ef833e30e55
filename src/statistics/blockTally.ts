import type { Moments } from "./moments.ts";

/**
 * What statistics takes from one block of replications (`tallyBlock`): plain data that can be sent to another thread or
 * machine. Cells are (metric, period): `metric * periods + period`.
 */
export interface BlockTally {
  /** Index of the first replication, and how many replications there are. */
  readonly first: number;
  readonly count: number;
  readonly periods: number;
  /** Of each cell over replications; the weight is the number of replications that have the metric. */
  readonly moments: Moments;
  /**
   * What quantiles are made from: `paths[cell * count + replication]`. A block of a hundred replications has hardly two
   * numbers in one bin of the sketch, so binning them before they are sent would make them larger.
   */
  readonly paths: Float64Array;
  /** `columns[column * count + replication]`. */
  readonly columns: Float64Array;
  readonly lastRunning: Int32Array;
  readonly endings: Uint8Array;
  readonly maxImbalance: number;
  readonly maxMemberImbalance: number;
}

/** The buffers to hand over when a block's tally is posted to another thread, so that nothing is copied. */
export function transferables(tally: BlockTally): ArrayBuffer[] {
  const { moments, paths, columns, lastRunning, endings } = tally;
  const arrays = [moments.weight, moments.mean, moments.squares, paths, columns, lastRunning, endings];
  const buffers = arrays.map(({ buffer }) => buffer).filter((buffer) => buffer instanceof ArrayBuffer);
  return [...new Set(buffers)];
}
