import type { Figure } from "./figure.ts";
import type { Moments } from "./moments.ts";
import { quantile, quantileError } from "./quantile.ts";
import { fullSketch, type SeriesTally } from "./seriesTally.ts";
import { sketchedSample } from "./sketchQuantiles.ts";
import { blockWidening, type Sampling } from "./standardError.ts";

/**
 * The figure of one metric in one period, from the moments and the sketch of its series; null where no replication has it.
 *
 * Standard errors of clustered replications: the mean's from the means of blocks (`clusteredError`); those of quantiles
 * are those of independent replications times the same inflation as the mean's, for the sketch has forgotten the blocks.
 */
export function periodFigure(series: SeriesTally, cell: number, sampling: Sampling): Figure | null {
  const n = series.moments.weight[cell];
  if (n === 0) return null;
  const sd = n < 2 ? 0 : Math.sqrt(series.moments.squares[cell] / (n - 1));
  const independent = n < 2 ? 0 : sd / Math.sqrt(n);
  const isClustered = sampling.clustered && sampling.blockCounts.length > 1 && n > 1;
  const se = isClustered ? clusteredError(series, cell, sampling.blockCounts.length) : independent;
  const inflation = independent === 0 ? 1 : se / independent;
  const sample = sketchedSample(fullSketch(series), cell);
  return {
    mean: series.moments.mean[cell],
    se,
    sd,
    q05: quantile(sample, 0.05),
    q25: quantile(sample, 0.25),
    q50: quantile(sample, 0.5),
    q75: quantile(sample, 0.75),
    q95: quantile(sample, 0.95),
    seQ05: quantileError(sample, 0.05) * inflation,
    seQ50: quantileError(sample, 0.5) * inflation,
    seQ95: quantileError(sample, 0.95) * inflation,
  };
}

/**
 * Standard error of a cell's mean m where the replications of a block share something:
 * sqrt(B / (B - 1) sum of n_b² (m_b - m)²) / n over B blocks with n_b replications and means m_b, widened as in `standardError`.
 */
function clusteredError({ moments, betweenBlocks }: SeriesTally, cell: number, blocks: number): number {
  const squares = squaresAround(betweenBlocks, cell, moments.mean[cell]);
  return (blockWidening(blocks) * Math.sqrt((squares * blocks) / (blocks - 1))) / moments.weight[cell];
}

const squaresAround = ({ weight, mean, squares }: Moments, cell: number, point: number) =>
  squares[cell] + weight[cell] * (mean[cell] - point) ** 2;
