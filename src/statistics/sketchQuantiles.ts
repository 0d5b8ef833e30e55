import { binEdges } from "./bins.ts";
import type { OrderStatistics } from "./quantile.ts";
import { binsPerPage, type Sketch } from "./sketch.ts";

/**
 * The order statistics of a cell of the sketch. Where a bin's numbers are all the same they come back exactly; where
 * they differ they are taken as spread evenly over the bin, so none is more than 0.195 % off (or 1e-9 around zero).
 * O(pages) to make, O(log pages) to read.
 */
export function sketchedSample(
  { directories, firstPage, counts, values }: Sketch,
  cell: number,
): OrderStatistics {
  const starts = directories[cell];
  const ends = pageEnds(starts, counts);
  const at = (rank: number) => {
    const page = firstAbove(ends, rank);
    let before = page === 0 ? 0 : ends[page - 1];
    let place = starts[page];
    for (; before + Math.abs(counts[place]) <= rank; place++) before += Math.abs(counts[place]);
    const size = Math.abs(counts[place]);
    const bin = (firstPage[cell] + page) * binsPerPage + place - starts[page];
    const { from, to } = counts[place] > 0 ? { from: values[place], to: values[place] } : binEdges(bin);
    return from + (rank - before + 0.5) * ((to - from) / size);
  };
  return { count: ends.at(-1) ?? 0, at };
}

/** How many numbers a cell has up to the end of each of its pages. */
function pageEnds(starts: Int32Array, counts: Int32Array): Int32Array {
  let count = 0;
  return starts.map((start) => {
    for (let place = start; start >= 0 && place < start + binsPerPage; place++)
      count += Math.abs(counts[place]);
    return count;
  });
}

/** Index of the first end that lies above `rank`. */
function firstAbove(ends: Int32Array, rank: number): number {
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle] > rank) high = middle;
    else low = middle + 1;
  }
  return low;
}
