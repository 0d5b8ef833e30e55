import { periodMetrics } from "../plan/metrics.ts";
import type { BlockTally } from "./blockTally.ts";
import { emptyMoments, type Moments, mergeMoments } from "./moments.ts";
import { gatherCell } from "./presence.ts";
import { addToSketch, newSketch, numbers, type Sketch } from "./sketch.ts";

/** The tallies of all blocks up to now; it grows by `mergeTallies`. Besides the columns its size does not depend on `count`. */
export interface Tally {
  /** Replications it has room for, and holds. */
  readonly capacity: number;
  count: number;
  readonly periods: number;
  readonly columnCount: number;
  /** Number of replications of each block, in order. */
  readonly blockCounts: number[];
  readonly moments: Moments;
  /** Of each cell over the means of blocks, each weighted by the square of its replications (see `clusteredError`). */
  readonly betweenBlocks: Moments;
  readonly sketch: Sketch;
  /** Blocks whose paths are not in the sketch yet. */
  readonly waiting: { readonly paths: Float64Array; readonly lastRunning: Int32Array }[];
  /** `columns[column * capacity + replication]`. */
  readonly columns: Float64Array;
  readonly lastRunning: Int32Array;
  readonly endings: Uint8Array;
  maxImbalance: number;
  maxMemberImbalance: number;
}

/** The sketch is filled cell by cell from as many numbers as this (16 MB), because it is larger than the processor's cache. */
export const waitingNumbers = 2 ** 21;

/** A tally with room for `replications`, each with `columns` numbers, over `periods`. */
export function newTally(size: { replications: number; periods: number; columns: number }): Tally {
  const cells = periodMetrics.length * size.periods;
  return {
    capacity: size.replications,
    count: 0,
    periods: size.periods,
    columnCount: size.columns,
    blockCounts: [],
    moments: emptyMoments(cells),
    betweenBlocks: emptyMoments(cells),
    sketch: newSketch(cells),
    waiting: [],
    columns: new Float64Array(size.columns * size.replications),
    lastRunning: new Int32Array(size.replications),
    endings: new Uint8Array(size.replications),
    maxImbalance: 0,
    maxMemberImbalance: 0,
  };
}

/**
 * Adds the tally of the next block. Give them in order: floating-point sums depend on their order, and a run must give the
 * same bits whatever thread was first.
 *
 * @throws Error where replications are out of order or too many: a bug of the caller.
 */
export function mergeTallies(into: Tally, from: BlockTally): void {
  if (from.first !== into.count)
    throw new Error(`replication ${into.count} must come next, not ${from.first}`);
  if (into.count + from.count > into.capacity) throw new Error(`no room for replication ${into.capacity}`);
  mergeMoments(into.moments, from.moments);
  mergeMoments(into.betweenBlocks, oneBlock(from.moments));
  appendReplications(into, from);
  into.blockCounts.push(from.count);
  into.maxImbalance = Math.max(into.maxImbalance, from.maxImbalance);
  into.maxMemberImbalance = Math.max(into.maxMemberImbalance, from.maxMemberImbalance);
  addPaths(into, from);
}

/** Moments over blocks where there is but one: its mean, weighted by the square of its replications. */
const oneBlock = ({ weight, mean }: Moments): Moments => ({
  weight: weight.map((count) => count * count),
  mean,
  squares: new Float64Array(mean.length),
});

/** The sketch with all that was waiting. */
export function fullSketch(tally: Tally): Sketch {
  if (tally.waiting.length === 0) return tally.sketch;
  const replications = tally.waiting.reduce((sum, { lastRunning }) => sum + lastRunning.length, 0);
  const present = numbers(new Float64Array(replications));
  for (let cell = 0; cell < periodMetrics.length * tally.periods; cell++) {
    let count = 0;
    for (const { paths, lastRunning } of tally.waiting) {
      count = gatherCell(paths, cell, tally.periods, lastRunning, present.values, count);
    }
    addToSketch(tally.sketch, cell, present, count);
  }
  tally.waiting.length = 0;
  return tally.sketch;
}

function addPaths(tally: Tally, { paths, lastRunning }: BlockTally): void {
  tally.waiting.push({ paths, lastRunning });
  if (tally.waiting.reduce((length, block) => length + block.paths.length, 0) >= waitingNumbers)
    fullSketch(tally);
}

function appendReplications(into: Tally, { columns, count, lastRunning, endings }: BlockTally): void {
  for (let column = 0; column < into.columnCount; column++) {
    const values = columns.subarray(column * count, (column + 1) * count);
    into.columns.set(values, column * into.capacity + into.count);
  }
  into.lastRunning.set(lastRunning, into.count);
  into.endings.set(endings, into.count);
  into.count += count;
}
