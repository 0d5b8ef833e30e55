import type { Distribution, DistributionOf } from "./distribution.ts";
import { meanOverUniform } from "./meanOverUniform.ts";
import { quantile } from "./quantileOf.ts";

/**
 * The mean of a distribution. Exact; for a truncated one by quadrature, to about 1e-9 of its standard deviation
 * (1e-5 for a truncated triangular one, whose quantile function has a kink).
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
    case "discrete":
      return discreteMean(d, (value) => value);
    case "truncated":
      return truncatedMean(d, (value) => value);
  }
}

/**
 * The variance of a distribution. Exact; for a truncated one by quadrature, to a relative 1e-8 (triangular: 1e-4).
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
    case "discrete": {
      const mean = meanOf(d);
      return discreteMean(d, (value) => (value - mean) ** 2);
    }
    case "truncated": {
      const mean = meanOf(d);
      return truncatedMean(d, (value) => (value - mean) ** 2);
    }
  }
}

function betaVariance({ alpha, beta, low, high }: DistributionOf<"beta">): number {
  const total = alpha + beta;
  return ((high - low) ** 2 * alpha * beta) / (total ** 2 * (total + 1));
}

type OfValue = (value: number) => number;

function discreteMean({ values, probabilities }: DistributionOf<"discrete">, f: OfValue): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += probabilities[i] * f(values[i]);
  return sum;
}

/** Of single points only those within count, which is exact; between other quantiles a quadrature is needed. */
function truncatedMean(d: DistributionOf<"truncated">, f: OfValue): number {
  if (d.of.kind === "truncated") return truncatedMean(merged(d, d.of), f);
  if (d.of.kind === "discrete") return discreteMean(within(d.of, d.min, d.max), f);
  return meanOverUniform((u) => f(quantile(d, u)));
}

function merged(outer: DistributionOf<"truncated">, inner: DistributionOf<"truncated">): typeof outer {
  return { ...inner, min: Math.max(outer.min, inner.min), max: Math.min(outer.max, inner.max) };
}

function within(d: DistributionOf<"discrete">, min: number, max: number): DistributionOf<"discrete"> {
  const kept = d.probabilities.map((p, i) => (d.values[i] >= min && d.values[i] <= max ? p : 0));
  const total = kept.reduce((sum, p) => sum + p, 0);
  return { ...d, probabilities: kept.map((p) => p / total) };
}
