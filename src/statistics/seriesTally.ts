import { periodMetrics } from "../plan/metrics.ts";
import type { SeriesBlock } from "./blockTally.ts";
import { emptyMoments, type Moments, mergeMoments } from "./moments.ts";
import { gatherCell } from "./presence.ts";
import { addConstant, addToSketch, newSketch, numbers, type Sketch } from "./sketch.ts";

/** What all blocks up to now say of the whole plan, or of one pool. */
export interface SeriesTally {
  readonly periods: number;
  readonly moments: Moments;
  /** Of each cell over the means of blocks, each weighted by the square of its replications (see `periodFigure`). */
  readonly betweenBlocks: Moments;
  readonly sketch: Sketch;
  /** Blocks whose paths are not in the sketch yet. */
  readonly waiting: SeriesBlock[];
  /** With room for all replications. */
  readonly lastRunning: Int32Array;
  readonly endings: Uint8Array;
}

/** The sketch is filled cell by cell from as many numbers as this (16 MB), because it is larger than the processor's cache. */
export const waitingNumbers = 2 ** 21;

/** A series with room for `replications` over `periods`. */
export function newSeriesTally(replications: number, periods: number): SeriesTally {
  const cells = periodMetrics.length * periods;
  return {
    periods,
    moments: emptyMoments(cells),
    betweenBlocks: emptyMoments(cells),
    sketch: newSketch(cells),
    waiting: [],
    lastRunning: new Int32Array(replications),
    endings: new Uint8Array(replications),
  };
}

/** Adds a series of the next block, whose first replication is `first`. */
export function mergeSeries(into: SeriesTally, from: SeriesBlock, first: number): void {
  mergeMoments(into.moments, from.moments);
  mergeMoments(into.betweenBlocks, oneBlock(from.moments));
  into.lastRunning.set(from.lastRunning, first);
  into.endings.set(from.endings, first);
  into.waiting.push(from);
  if (into.waiting.reduce((length, { paths }) => length + paths.length, 0) >= waitingNumbers)
    fullSketch(into);
}

/** Moments over blocks where there is but one: its mean, weighted by the square of its replications. */
const oneBlock = ({ weight, mean }: Moments): Moments => ({
  weight: weight.map((count) => count * count),
  mean,
  squares: new Float64Array(mean.length),
});

/** The sketch with all that was waiting. */
export function fullSketch({ sketch, waiting, periods }: SeriesTally): Sketch {
  const replications = waiting.reduce((sum, { lastRunning }) => sum + lastRunning.length, 0);
  const present = numbers(new Float64Array(replications));
  if (replications > 0) {
    for (let cell = 0; cell < sketch.directories.length; cell++) {
      let count = 0;
      for (const { moments, constant, paths, lastRunning } of waiting) {
        if (constant[cell] === 1) addConstant(sketch, cell, moments.mean[cell], moments.weight[cell]);
        else count = gatherCell(paths, cell, periods, lastRunning, present.values, count);
      }
      addToSketch(sketch, cell, present, count);
    }
  }
  waiting.length = 0;
  return sketch;
}
