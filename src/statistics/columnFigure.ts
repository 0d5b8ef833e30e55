import type { Figure } from "./figure.ts";
import { fiveQuantiles, type OrderStatistics, quantile, quantileSlope, sortedSample } from "./quantile.ts";
import { meanOf, type Sampling, standardError, sumOfSquares } from "./standardError.ts";

/**
 * The figure of a column, from all its values: exact quantiles (see `quantile`); each quantile's standard error is that of the part
 * of the replications below it, over the density there. In clustered samples that part's error comes from the blocks, like the mean's.
 * With one replication all errors are unknown and given as 0. null without values or where one is infinite. O(n log n).
 */
export function columnFigure(values: Float64Array, sampling: Sampling): Figure | null {
  const n = values.length;
  if (n === 0 || !values.every(Number.isFinite)) return null;
  if (values.every((value) => value === values[0])) return figureOfConstant(values[0]);
  const mean = meanOf(values);
  const sample = sortedSample(values);
  const errorAt = (p: number) => standardError(quantileInfluence(values, sample, p), sampling);
  return {
    mean,
    se: standardError(values, sampling),
    sd: n < 2 ? 0 : Math.sqrt(sumOfSquares(values, mean) / (n - 1)),
    ...fiveQuantiles(sample),
    seQ05: errorAt(0.05),
    seQ50: errorAt(0.5),
    seQ95: errorAt(0.95),
  };
}

/** What the other way comes to, without sorting: many columns are 0 in all replications. */
function figureOfConstant(value: number): Figure {
  const quantiles = { q05: value, q25: value, q50: value, q75: value, q95: value };
  return { mean: value, se: 0, sd: 0, ...quantiles, seQ05: 0, seQ50: 0, seQ95: 0 };
}

/**
 * What each replication contributes to the error of a quantile q: slope (p - [value <= q]), with the slope of `quantileSlope`
 * (Bahadur 1966, Annals of Mathematical Statistics 37:577).
 */
export function quantileInfluence(values: Float64Array, sample: OrderStatistics, p: number): Float64Array {
  const slope = quantileSlope(sample, p);
  const limit = quantile(sample, p);
  return values.map((value) => slope * (p - (value <= limit ? 1 : 0)));
}
