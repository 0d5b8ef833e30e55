import type { Figure } from "./figure.ts";
import type { Moments } from "./moments.ts";
import { fiveQuantiles, quantileError } from "./quantile.ts";
import { fullSketch, type SeriesTally } from "./seriesTally.ts";
import { sketchedSample } from "./sketchQuantiles.ts";
import { clusteredError, type Sampling } from "./standardError.ts";

/**
 * The figure of one metric in one period, from the moments and the sketch of its series; null where no replication has it.
 *
 * Standard errors of clustered replications: the mean's from the means of blocks (`errorFromBlocks`); those of quantiles
 * are those of independent replications times the same inflation as the mean's, for the sketch has forgotten the blocks. Where it is
 * deflation (what is common to all is spread evenly over a block) quantiles gain less than means: theirs stay as they are.
 */
export function periodFigure(series: SeriesTally, cell: number, sampling: Sampling): Figure | null {
  const n = series.moments.weight[cell];
  if (n === 0) return null;
  const sd = n < 2 ? 0 : Math.sqrt(series.moments.squares[cell] / (n - 1));
  const independent = n < 2 ? 0 : sd / Math.sqrt(n);
  const isClustered = sampling.clustered && sampling.blockCounts.length > 1 && n > 1;
  const se = isClustered ? errorFromBlocks(series, cell, sampling.blockCounts.length) : independent;
  const inflation = independent === 0 ? 1 : Math.max(1, se / independent);
  const sample = sketchedSample(fullSketch(series), cell);
  return {
    mean: series.moments.mean[cell],
    se,
    sd,
    ...fiveQuantiles(sample),
    seQ05: quantileError(sample, 0.05) * inflation,
    seQ50: quantileError(sample, 0.5) * inflation,
    seQ95: quantileError(sample, 0.95) * inflation,
  };
}

/**
 * Standard error of a cell's mean m where the replications of a block share something: that of `standardError`, for a block with n
 * replications and mean b adds n² (b - m)² to the squares.
 */
function errorFromBlocks({ moments, betweenBlocks }: SeriesTally, cell: number, blocks: number): number {
  const squares = squaresAround(betweenBlocks, cell, moments.mean[cell]);
  return clusteredError(squares, blocks, moments.weight[cell]);
}

const squaresAround = ({ weight, mean, squares }: Moments, cell: number, point: number) =>
  squares[cell] + weight[cell] * (mean[cell] - point) ** 2;
