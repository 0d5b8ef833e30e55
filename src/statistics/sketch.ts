import { binOf, highWord } from "./bins.ts";

const pageBits = 6;
export const binsPerPage = 1 << pageBits;

/**
 * A growing quantile sketch of many quantities side by side ("cells"). Its bins (see `bins.ts`) live on pages of 64
 * that exist only where values fell: memory depends on how widely values are spread, not on how many there are.
 *
 * A bin is a count and a value. While all its numbers are one and the same (no cases; a share capped at 4.31) the
 * count is positive and the value is that number; once they differ the count is negative and only the bin's
 * edges matter. So atoms come back exactly, and numbers added in any order give the same bits.
 */
export interface Sketch {
  /** For each cell, from `firstPage` on: where the page of these bins starts in `counts` and `values`, -1 if nowhere. */
  readonly directories: Int32Array[];
  readonly firstPage: Int32Array;
  /** All pages, one after the other, with room for more after `length`. */
  counts: Int32Array;
  values: Float64Array;
  length: number;
}

/** A sketch of `cells` quantities that holds nothing yet. */
export const newSketch = (cells: number): Sketch => ({
  directories: Array.from({ length: cells }, () => new Int32Array(0)),
  firstPage: new Int32Array(cells),
  counts: new Int32Array(0),
  values: new Float64Array(0),
  length: 0,
});

/** Numbers, and the same memory as 32-bit words. */
export interface Numbers {
  readonly values: Float64Array;
  readonly words: Int32Array;
}

/** Both views of an array of numbers. */
export const numbers = (values: Float64Array): Numbers => ({
  values,
  words: new Int32Array(values.buffer, values.byteOffset, 2 * values.length),
});

/** Adds the first `count` of some numbers to a cell. The hot loop of statistics, therefore flat. Best with a thousand numbers. O(count). */
export function addToSketch(sketch: Sketch, cell: number, { values, words }: Numbers, count: number): void {
  let { counts, values: kept } = sketch;
  let directory = sketch.directories[cell];
  let first = sketch.firstPage[cell];
  for (let i = 0; i < count; i++) {
    const bin = binOf(words[2 * i + highWord]);
    let page = (bin >> pageBits) - first;
    if (page < 0 || page >= directory.length || directory[page] < 0) {
      addPage(sketch, cell, bin >> pageBits);
      ({ counts, values: kept } = sketch);
      directory = sketch.directories[cell];
      first = sketch.firstPage[cell];
      page = (bin >> pageBits) - first;
    }
    const place = directory[page] + (bin & (binsPerPage - 1));
    const before = counts[place];
    if (before < 0) {
      counts[place] = before - 1;
    } else if (before === 0) {
      counts[place] = 1;
      kept[place] = values[i];
    } else {
      counts[place] = kept[place] === values[i] ? before + 1 : -before - 1;
    }
  }
}

const scratch = numbers(new Float64Array(1));

/** Adds one number `count` times to a cell, as `addToSketch` would. O(1). */
export function addConstant(sketch: Sketch, cell: number, value: number, count: number): void {
  scratch.values[0] = value;
  addToSketch(sketch, cell, scratch, Math.min(1, count));
  if (count < 2) return;
  const bin = binOf(scratch.words[highWord]);
  const { counts, directories, firstPage } = sketch;
  const place = directories[cell][(bin >> pageBits) - firstPage[cell]] + (bin & (binsPerPage - 1));
  counts[place] += counts[place] < 0 ? 1 - count : count - 1;
}

/** Calls `visit` with each bin of a cell that holds something, in ascending order. O(pages of the cell). */
export function forEachBin(
  { directories, firstPage, counts, values }: Sketch,
  cell: number,
  visit: (bin: number, count: number, value: number) => void,
): void {
  for (const [page, start] of directories[cell].entries()) {
    if (start < 0) continue;
    for (let i = 0; i < binsPerPage; i++) {
      const count = counts[start + i];
      if (count !== 0) visit(((firstPage[cell] + page) << pageBits) + i, count, values[start + i]);
    }
  }
}

/** Gives a cell a page it lacks and returns where it starts. */
function addPage(sketch: Sketch, cell: number, page: number): number {
  const start = sketch.length;
  sketch.length += binsPerPage;
  if (sketch.length > sketch.counts.length) growPages(sketch);
  reach(sketch, cell, page);
  sketch.directories[cell][page - sketch.firstPage[cell]] = start;
  return start;
}

function growPages(sketch: Sketch): void {
  const room = Math.ceil(1.5 * sketch.length) + sketch.directories.length * binsPerPage;
  const { counts, values } = sketch;
  sketch.counts = new Int32Array(room);
  sketch.counts.set(counts);
  sketch.values = new Float64Array(room);
  sketch.values.set(values);
}

/** Widens a cell's directory so that it covers `page`: by eights, for a path's values spread little by little. */
function reach(sketch: Sketch, cell: number, page: number): void {
  const old = sketch.directories[cell];
  const oldFirst = old.length === 0 ? page : sketch.firstPage[cell];
  const first = Math.min(oldFirst, page) & ~7;
  const last = Math.max(oldFirst + old.length - 1, page) | 7;
  if (old.length > 0 && page >= oldFirst && page < oldFirst + old.length) return;
  const directory = new Int32Array(last - first + 1).fill(-1);
  directory.set(old, oldFirst - first);
  sketch.directories[cell] = directory;
  sketch.firstPage[cell] = first;
}
