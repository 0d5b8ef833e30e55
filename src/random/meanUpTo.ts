import type { Distribution, DistributionOf } from "./distribution.ts";
import { meanOfFunction } from "./meanOfFunction.ts";
import { meanOf } from "./momentsOf.ts";
import { normalProbability } from "./normalProbability.ts";
import { probabilityBelow, probabilityUpTo } from "./probabilityOf.ts";
import { supportOf } from "./supportOf.ts";

/**
 * The mean of min(X, limit): of bills of which no more than the limit counts. Exact, in closed form.
 *
 * @param limit any number, Infinity included (which gives the mean)
 * @example limitedMean({ kind: "uniform", low: 0, high: 4 }, 2) // 1.5
 */
export function limitedMean(distribution: Distribution, limit: number): number {
  const up = meanUpTo(distribution, limit);
  const above = 1 - probabilityUpTo(distribution, limit);
  return above === 0 ? up : up + limit * above;
}

/**
 * The part of the mean that values up to x contribute: the mean of X where X <= x, and of 0 elsewhere. Exact.
 *
 * @param x any number, infinities included
 * @example meanUpTo({ kind: "uniform", low: 0, high: 4 }, 2) // 0.5
 */
export function meanUpTo(distribution: Distribution, x: number): number {
  const d = distribution;
  if (d.kind === "truncated") return ofTruncated(d, x);
  const [low, high] = supportOf(d);
  if (x >= high) return meanOf(d);
  return x < low ? 0 : withinSupport(d, x);
}

function withinSupport(d: Exclude<Distribution, { kind: "truncated" }>, x: number): number {
  switch (d.kind) {
    case "constant":
      return d.value;
    case "normal": {
      const z = (x - d.mean) / d.sd;
      return d.mean * normalProbability(z) - (d.sd * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
    }
    case "lognormal":
      return meanOf(d) * normalProbability(Math.log(x / d.median) / d.sigma - d.sigma);
    case "uniform":
      return ((x - d.low) / (d.high - d.low)) * ((x + d.low) / 2);
    case "triangular":
      return ofTriangular(d, x);
    case "beta":
      return ofBeta(d, x);
    case "gamma":
      return meanOf(d) * probabilityUpTo({ ...d, shape: d.shape + 1 }, x);
    case "pareto":
      return ofPareto(d, x);
    case "discrete":
      return meanOfFunction(d, (value) => (value <= x ? value : 0));
  }
}

/** From the nearer end: of the distances to it, whose density is linear in them. */
function ofTriangular(d: DistributionOf<"triangular">, x: number): number {
  const { low, mode, high } = d;
  if (x <= mode) {
    const way = x - low;
    return way === 0 ? 0 : probabilityUpTo(d, x) * (low + (2 * way) / 3);
  }
  const above = 1 - probabilityUpTo(d, x);
  return meanOf(d) - above * (high - (2 * (high - x)) / 3);
}

/** With t = log(1 + x / scale): scale (shape / (shape - 1) (1 - e^-(shape - 1) t) - (1 - e^-shape t)). */
function ofPareto({ shape, scale }: DistributionOf<"pareto">, x: number): number {
  const t = Math.log1p(x / scale);
  return scale * (Math.expm1(-shape * t) - (shape / (shape - 1)) * Math.expm1(-(shape - 1) * t));
}

function ofBeta(d: DistributionOf<"beta">, x: number): number {
  const { alpha, beta, low, high } = d;
  const mean = (alpha / (alpha + beta)) * (high - low);
  return low * probabilityUpTo(d, x) + mean * probabilityUpTo({ ...d, alpha: alpha + 1 }, x);
}

function ofTruncated({ of, min, max }: DistributionOf<"truncated">, x: number): number {
  if (x < min) return 0;
  const within = probabilityUpTo(of, max) - probabilityBelow(of, min);
  return (meanUpTo(of, Math.min(x, max)) - meanBelow(of, min)) / within;
}

function meanBelow(d: Distribution, x: number): number {
  const mass = probabilityUpTo(d, x) - probabilityBelow(d, x);
  return mass === 0 ? meanUpTo(d, x) : meanUpTo(d, x) - x * mass;
}
