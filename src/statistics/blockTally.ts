import type { Moments } from "./moments.ts";

/**
 * What statistics takes from one block of replications (`tallyBlock`): plain data that can be sent to another thread or
 * machine.
 */
export interface BlockTally {
  /** Index of the first replication, and how many replications there are. */
  readonly first: number;
  readonly count: number;
  readonly periods: number;
  /** The whole plan; then, if it has several pools, each of them. */
  readonly series: readonly SeriesBlock[];
  /** `columns[column * count + replication]`. */
  readonly columns: Float64Array;
  readonly maxImbalance: number;
  readonly maxMemberImbalance: number;
}

/** One series of a block. Cells are (metric, period): `metric * periods + period`. */
export interface SeriesBlock {
  /** Of each cell over replications; the weight is the number of replications that have the metric. */
  readonly moments: Moments;
  /** 1 where all numbers of a cell are one and the same, the mean (such as no deposits), or there are none. */
  readonly constant: Uint8Array;
  /**
   * What quantiles are made from: `paths[cell * count + replication]`. A block of a hundred replications has hardly two
   * numbers in one bin of the sketch, so binning them before they are sent would make them larger.
   */
  readonly paths: Float64Array;
  readonly lastRunning: Int32Array;
  readonly endings: Uint8Array;
}

/** The buffers to hand over when a block's tally is posted to another thread, so that nothing is copied. */
export function transferables({ series, columns }: BlockTally): ArrayBuffer[] {
  const arrays = [columns, ...series.flatMap(arraysOf)];
  const buffers = arrays.map(({ buffer }) => buffer).filter((buffer) => buffer instanceof ArrayBuffer);
  return [...new Set(buffers)];
}

function arraysOf({ moments, constant, paths, lastRunning, endings }: SeriesBlock): ArrayBufferView[] {
  return [moments.weight, moments.mean, moments.squares, constant, paths, lastRunning, endings];
}
