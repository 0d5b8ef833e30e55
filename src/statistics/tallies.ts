import type { Moments } from "./moments.ts";
import type { PackedSketch } from "./packedSketch.ts";

/**
 * What statistics takes from one block of replications (`tallyBlock`), or from all blocks up to now (`packTally`): plain
 * data that can be sent to another thread or machine. Cells are (metric, period): `metric * periods + period`.
 */
export interface Tallies {
  /** Index of the first replication, and how many replications there are. */
  readonly first: number;
  readonly count: number;
  readonly periods: number;
  /** Number of replications of each block, in order of blocks. */
  readonly blockCounts: Int32Array;
  /** Of each cell over replications; the weight is the number of replications that have the metric. */
  readonly moments: Moments;
  /** Of each cell over the means of blocks, each weighted by the square of its replications (see `clusteredError`). */
  readonly betweenBlocks: Moments;
  readonly sample: Sample;
  /** `columns[column * count + replication]`. */
  readonly columns: Float64Array;
  readonly lastRunning: Int32Array;
  readonly endings: Uint8Array;
  readonly maxImbalance: number;
  readonly maxMemberImbalance: number;
}

/**
 * What quantiles are made from: a block's own paths (`paths[cell * count + replication]`), or bins. A block of a hundred
 * replications has hardly two numbers in one bin, so binning it before it is sent would make it larger.
 */
export type Sample =
  | { readonly kind: "paths"; readonly paths: Float64Array }
  | { readonly kind: "bins"; readonly bins: PackedSketch };

/** The buffers to hand over when tallies are posted to another thread, so that nothing is copied. */
export function transferables(tallies: Tallies): ArrayBuffer[] {
  const { blockCounts, moments, betweenBlocks, sample, columns, lastRunning, endings } = tallies;
  const sampled =
    sample.kind === "paths" ? [sample.paths] : [sample.bins.ends, sample.bins.counts, sample.bins.values];
  const arrays = [
    blockCounts,
    ...[moments, betweenBlocks].flatMap(({ weight, mean, squares }) => [weight, mean, squares]),
    ...sampled,
    columns,
    lastRunning,
    endings,
  ];
  const buffers = arrays.map(({ buffer }) => buffer).filter((buffer) => buffer instanceof ArrayBuffer);
  return [...new Set(buffers)];
}
