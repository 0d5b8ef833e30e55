import type { Distribution, DistributionOf } from "./distribution.ts";
import { meanOfFunction } from "./meanOfFunction.ts";

/**
 * The mean of a distribution. Exact; for a truncated one by quadrature, to about 1e-9 of its standard deviation.
 *
 * @example meanOf({ kind: "triangular", low: 0, mode: 1, high: 5 }) // 2
 */
export function meanOf(distribution: Distribution): number {
  const d = distribution;
  switch (d.kind) {
    case "constant":
      return d.value;
    case "normal":
      return d.mean;
    case "lognormal":
      return d.median * Math.exp(d.sigma ** 2 / 2);
    case "uniform":
      return (d.low + d.high) / 2;
    case "triangular":
      return (d.low + d.mode + d.high) / 3;
    case "beta":
      return d.low + ((d.high - d.low) * d.alpha) / (d.alpha + d.beta);
    case "gamma":
      return d.shape * d.scale;
    case "pareto":
      return d.scale / (d.shape - 1);
    case "discrete":
    case "truncated":
      return meanOfFunction(d, (value) => value);
  }
}

/**
 * The variance of a distribution. Exact; for a truncated one by quadrature, to a relative 1e-8.
 *
 * @example varianceOf({ kind: "uniform", low: 0, high: 6 }) // 3
 */
export function varianceOf(distribution: Distribution): number {
  const d = distribution;
  switch (d.kind) {
    case "constant":
      return 0;
    case "normal":
      return d.sd ** 2;
    case "lognormal":
      return meanOf(d) ** 2 * Math.expm1(d.sigma ** 2);
    case "uniform":
      return (d.high - d.low) ** 2 / 12;
    case "triangular":
      return ((d.high - d.low) ** 2 - (d.mode - d.low) * (d.high - d.mode)) / 18;
    case "beta":
      return betaVariance(d);
    case "gamma":
      return d.shape * d.scale ** 2;
    case "pareto":
      return (meanOf(d) ** 2 * d.shape) / (d.shape - 2);
    case "discrete":
    case "truncated": {
      const mean = meanOf(d);
      return meanOfFunction(d, (value) => (value - mean) ** 2);
    }
  }
}

function betaVariance({ alpha, beta, low, high }: DistributionOf<"beta">): number {
  const total = alpha + beta;
  return ((high - low) ** 2 * alpha * beta) / (total ** 2 * (total + 1));
}
