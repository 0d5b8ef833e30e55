import type { BlockTally } from "./blockTally.ts";
import { mergeSeries, newSeriesTally, type SeriesTally } from "./seriesTally.ts";

/**
 * The tallies of all blocks up to now; it grows by `mergeTallies`. Besides columns and endings its size does not depend on
 * `count`.
 */
export interface Tally {
  /** Replications it has room for, and holds. */
  readonly capacity: number;
  count: number;
  readonly periods: number;
  readonly columnCount: number;
  /** Number of replications of each block, in order. */
  readonly blockCounts: number[];
  /** The whole plan; then, if it has several pools, each of them. */
  readonly series: readonly SeriesTally[];
  /** `columns[column * capacity + replication]`. */
  readonly columns: Float64Array;
  maxImbalance: number;
  maxMemberImbalance: number;
}

export interface TallySize {
  readonly replications: number;
  readonly periods: number;
  readonly columns: number;
  /** As many as `planSeries` names. */
  readonly series: number;
}

/** A tally with room for `replications`, each with `columns` numbers, over `periods`. */
export function newTally({ replications, periods, columns, series }: TallySize): Tally {
  return {
    capacity: replications,
    count: 0,
    periods,
    columnCount: columns,
    blockCounts: [],
    series: Array.from({ length: series }, () => newSeriesTally(replications, periods)),
    columns: new Float64Array(columns * replications),
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
  for (const [s, series] of into.series.entries()) mergeSeries(series, from.series[s], into.count);
  appendColumns(into, from);
  into.count += from.count;
  into.blockCounts.push(from.count);
  into.maxImbalance = Math.max(into.maxImbalance, from.maxImbalance);
  into.maxMemberImbalance = Math.max(into.maxMemberImbalance, from.maxMemberImbalance);
}

/** Columns of nothing but 0 are not written, as all is 0 at first: the system gives no memory to what was never written. */
function appendColumns(into: Tally, { columns, count }: BlockTally): void {
  for (let column = 0; column < into.columnCount; column++) {
    const values = columns.subarray(column * count, (column + 1) * count);
    if (values.some((value) => value !== 0)) into.columns.set(values, column * into.capacity + into.count);
  }
}
