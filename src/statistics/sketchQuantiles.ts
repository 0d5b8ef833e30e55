import { binEdges } from "./bins.ts";
import type { OrderStatistics } from "./quantile.ts";
import { forEachBin, type Sketch } from "./sketch.ts";

/**
 * The order statistics of a cell of the sketch. Where a bin's numbers are all the same they come back exactly; where
 * they differ they are taken as spread evenly over the bin, so none is more than 0.195 % off (or 1e-9 around zero).
 * O(bins) to make, O(log bins) to read.
 */
export function sketchedSample(sketch: Sketch, cell: number): OrderStatistics {
  const ends: number[] = [];
  const lower: number[] = [];
  const step: number[] = [];
  let count = 0;
  forEachBin(sketch, cell, (bin, signedCount, value) => {
    const size = Math.abs(signedCount);
    const { from, to } = signedCount > 0 ? { from: value, to: value } : binEdges(bin);
    count += size;
    ends.push(count);
    step.push((to - from) / size);
    lower.push(from);
  });
  const at = (rank: number) => {
    const i = firstAbove(ends, rank);
    const before = i === 0 ? 0 : ends[i - 1];
    return lower[i] + (rank - before + 0.5) * step[i];
  };
  return { count, at };
}

/** Index of the first end that lies above `rank`. */
function firstAbove(ends: readonly number[], rank: number): number {
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle] > rank) high = middle;
    else low = middle + 1;
  }
  return low;
}
