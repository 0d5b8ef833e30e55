import { betaLowerTail } from "./betaTails.ts";
import type { Distribution, DistributionOf } from "./distribution.ts";
import { gammaLowerTail } from "./gammaTails.ts";
import { normalProbability } from "./normalProbability.ts";
import { supportOf } from "./supportOf.ts";

/**
 * P(X <= x): the distribution function, which `quantile` inverts.
 *
 * @param x any number, infinities included
 * @returns a number in [0, 1], not decreasing in x
 * @example probabilityUpTo({ kind: "uniform", low: 0, high: 4 }, 1) // 0.25
 */
export function probabilityUpTo(distribution: Distribution, x: number): number {
  const [low, high] = supportOf(distribution);
  if (x >= high) return 1;
  return x < low ? 0 : withinSupport(distribution, x);
}

/**
 * P(X < x): differs from `probabilityUpTo` where the distribution has mass on single points.
 *
 * @param x any number, infinities included
 * @example probabilityBelow({ kind: "discrete", values: [1, 2], probabilities: [0.3, 0.7] }, 2) // 0.3
 */
export function probabilityBelow(distribution: Distribution, x: number): number {
  const d = distribution;
  const [low, high] = supportOf(d);
  if (x > high) return 1;
  if (x <= low) return 0;
  if (d.kind === "discrete") return sumWhere(d, (value) => value < x);
  if (d.kind === "truncated") return partOfTruncated(d, probabilityBelow(d.of, x));
  return withinSupport(d, x);
}

function withinSupport(d: Distribution, x: number): number {
  switch (d.kind) {
    case "constant":
      return 1;
    case "normal":
      return normalProbability((x - d.mean) / d.sd);
    case "lognormal":
      return normalProbability(Math.log(x / d.median) / d.sigma);
    case "uniform":
      return wayFrom(d.low, d.high, x);
    case "triangular":
      return triangular(d, x);
    case "beta":
      return betaLowerTail(d.alpha, d.beta, wayFrom(d.low, d.high, x), wayFrom(d.high, d.low, x));
    case "gamma":
      return gammaLowerTail(d.shape, x / d.scale);
    case "pareto":
      return -Math.expm1(-d.shape * Math.log1p(x / d.scale));
    case "discrete":
      return sumWhere(d, (value) => value <= x);
    case "truncated":
      return partOfTruncated(d, probabilityUpTo(d.of, x));
  }
}

/** How far x is on the way from one number to another: 0 to 1. */
function wayFrom(from: number, to: number, x: number): number {
  return (x - from) / (to - from);
}

function triangular({ low, mode, high }: DistributionOf<"triangular">, x: number): number {
  if (x <= mode) return x === low ? 0 : ((x - low) / (high - low)) * ((x - low) / (mode - low));
  return 1 - ((high - x) / (high - low)) * ((high - x) / (high - mode));
}

function sumWhere(d: DistributionOf<"discrete">, isMeant: (value: number) => boolean): number {
  let sum = 0;
  for (let i = 0; i < d.values.length; i++) if (isMeant(d.values[i])) sum += d.probabilities[i];
  return Math.min(1, sum);
}

function partOfTruncated(d: DistributionOf<"truncated">, probability: number): number {
  const below = probabilityBelow(d.of, d.min);
  return (probability - below) / (probabilityUpTo(d.of, d.max) - below);
}
