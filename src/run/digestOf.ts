import { createHash, type Hash } from "node:crypto";
import type { Column } from "../plan/columns.ts";
import { fullSketch, type SeriesTally } from "../statistics/seriesTally.ts";
import { forEachBin } from "../statistics/sketch.ts";
import type { Tally } from "../statistics/tally.ts";

/**
 * SHA-256, in hexadecimal, over all results of a run: every replication's row, then, of the whole plan and of each pool, how
 * every replication ended and the moments and the sketch of every period. Equal bits for any runner and number of threads, as blocks are merged in order.
 *
 * Columns that `ask:` added are left out (they repeat what the periods hold), so asking more does not change the digest.
 * O(replications x columns).
 */
export function digestOf(tally: Tally, columns: readonly Column[]): string {
  const hash = createHash("sha256");
  hash.update(`fentan results 2: ${tally.count} replications, ${tally.periods} periods\n`);
  addRows(hash, tally, columns);
  for (const series of tally.series) addSeries(hash, series, tally.count);
  return hash.digest("hex");
}

function addRows(hash: Hash, tally: Tally, columns: readonly Column[]): void {
  columns.forEach(({ name, of }, c) => {
    if (of.kind === "period") return;
    hash.update(`${name}\n`);
    add(hash, tally.columns.subarray(c * tally.capacity, c * tally.capacity + tally.count));
  });
}

function addSeries(hash: Hash, series: SeriesTally, count: number): void {
  add(hash, series.lastRunning.subarray(0, count), series.endings.subarray(0, count));
  for (const { weight, mean, squares } of [series.moments, series.betweenBlocks])
    add(hash, weight, mean, squares);
  addSketch(hash, series);
}

/** Bins are gathered before they are hashed: cell by cell it takes twice as long. */
const binsAtOnce = 2 ** 14;

/** Bin, count and value of each bin, cell by cell; where a bin's numbers differ (count below 0), it has no value. */
function addSketch(hash: Hash, series: SeriesTally): void {
  const sketch = fullSketch(series);
  const bins = new Float64Array(3 * binsAtOnce);
  let length = 0;
  const visit = (bin: number, count: number, value: number) => {
    if (length === bins.length) {
      add(hash, bins);
      length = 0;
    }
    bins[length++] = bin;
    bins[length++] = count;
    bins[length++] = count > 0 ? value : 0;
  };
  for (let cell = 0; cell < sketch.directories.length; cell++) forEachBin(sketch, cell, visit);
  add(hash, bins.subarray(0, length));
}

/** The bytes as they lie in memory: all machines that run Node are little-endian, but for a very few (s390x). */
function add(hash: Hash, ...arrays: readonly ArrayBufferView[]): void {
  for (const { buffer, byteOffset, byteLength } of arrays) {
    hash.update(new Uint8Array(buffer, byteOffset, byteLength));
  }
}
