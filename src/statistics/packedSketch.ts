import { binEdges, binOf, highWord } from "./bins.ts";
import { addBin, forEachBin, newSketch, numbers, type Sketch } from "./sketch.ts";

/** A sketch at rest, to be sent or kept: the bins that hold something, in ascending order within each cell. */
export interface PackedSketch {
  /** The bins of cell c are those from `ends[c - 1]` (0 for the first cell) to before `ends[c]`. */
  readonly ends: Uint32Array;
  /** As in `Sketch`: negative where a bin's numbers differ. */
  readonly counts: Int32Array;
  /** The bin's only value; where its numbers differ, the bin's edge that is nearer to zero. */
  readonly values: Float64Array;
}

/** All bins of a sketch as three arrays. The same numbers give the same bits, in whatever order they were added. */
export function packSketch(sketch: Sketch): PackedSketch {
  const ends: number[] = [];
  const counts: number[] = [];
  const values: number[] = [];
  for (let cell = 0; cell < sketch.directories.length; cell++) {
    forEachBin(sketch, cell, (bin, count, value) => {
      counts.push(count);
      values.push(count > 0 ? value : edgeNearerZero(bin));
    });
    ends.push(counts.length);
  }
  return { ends: Uint32Array.from(ends), counts: Int32Array.from(counts), values: Float64Array.from(values) };
}

/** Adds a packed sketch of as many cells. O(bins). */
export function mergeSketch(into: Sketch, { ends, counts, values }: PackedSketch): void {
  const { words } = numbers(values);
  let i = 0;
  for (let cell = 0; cell < ends.length; cell++) {
    for (; i < ends[cell]; i++) addBin(into, cell, binOf(words[2 * i + highWord]), counts[i], values[i]);
  }
}

/** The sketch that `packed` was made from. */
export function unpackSketch(packed: PackedSketch): Sketch {
  const sketch = newSketch(packed.ends.length);
  mergeSketch(sketch, packed);
  return sketch;
}

function edgeNearerZero(bin: number): number {
  if (bin === 0) return 0;
  const { from, to } = binEdges(bin);
  return bin < 0 ? to : from;
}
