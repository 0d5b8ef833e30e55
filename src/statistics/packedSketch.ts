import { binEdges, binOf, highWord } from "./bins.ts";
import { addBin, forEachBin, numbers, type Sketch } from "./sketch.ts";

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
  const size = usedBins(sketch);
  const packed = {
    ends: new Uint32Array(sketch.directories.length),
    counts: new Int32Array(size),
    values: new Float64Array(size),
  };
  let end = 0;
  for (let cell = 0; cell < packed.ends.length; cell++) {
    forEachBin(sketch, cell, (bin, count, value) => {
      packed.counts[end] = count;
      packed.values[end++] = count > 0 ? value : edgeNearerZero(bin);
    });
    packed.ends[cell] = end;
  }
  return packed;
}

function usedBins({ counts, length }: Sketch): number {
  let used = 0;
  for (let i = 0; i < length; i++) if (counts[i] !== 0) used++;
  return used;
}

/** Adds a packed sketch of as many cells; a new sketch becomes the one that was packed. O(bins). */
export function mergeSketch(into: Sketch, { ends, counts, values }: PackedSketch): void {
  const { words } = numbers(values);
  let i = 0;
  for (let cell = 0; cell < ends.length; cell++) {
    for (; i < ends[cell]; i++) addBin(into, cell, binOf(words[2 * i + highWord]), counts[i], values[i]);
  }
}

function edgeNearerZero(bin: number): number {
  if (bin === 0) return 0;
  const { from, to } = binEdges(bin);
  return bin < 0 ? to : from;
}
