import type { Distribution, DistributionOf } from "./distribution.ts";

/**
 * The smallest and the largest value a distribution can take, infinities included.
 *
 * @returns [lowest, highest]; an end may itself have probability 0, as 0 for a lognormal number
 * @example supportOf({ kind: "gamma", shape: 2, scale: 1 }) // [0, Infinity]
 */
export function supportOf(distribution: Distribution): [number, number] {
  const d = distribution;
  switch (d.kind) {
    case "constant":
      return [d.value, d.value];
    case "normal":
      return d.sd === 0 ? [d.mean, d.mean] : [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    case "lognormal":
      return d.sigma === 0 ? [d.median, d.median] : [0, Number.POSITIVE_INFINITY];
    case "uniform":
    case "triangular":
    case "beta":
      return [d.low, d.high];
    case "gamma":
    case "pareto":
      return [0, Number.POSITIVE_INFINITY];
    case "discrete":
      return discrete(d, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
    case "truncated":
      return truncated(d);
  }
}

function truncated({ of, min, max }: DistributionOf<"truncated">): [number, number] {
  if (of.kind === "discrete") return discrete(of, min, max);
  const [low, high] = supportOf(of);
  return [Math.max(low, min), Math.min(high, max)];
}

function discrete(d: DistributionOf<"discrete">, min: number, max: number): [number, number] {
  const possible = d.values.filter((value, i) => d.probabilities[i] > 0 && value >= min && value <= max);
  return [Math.min(...possible), Math.max(...possible)];
}
