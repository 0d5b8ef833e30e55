import type { Distribution, DistributionOf } from "./distribution.ts";
import { meanOverUniform } from "./meanOverUniform.ts";
import { probabilityUpTo } from "./probabilityOf.ts";
import { BELOW_ONE, quantile } from "./quantileOf.ts";

export type OfValue = (value: number) => number;

/**
 * The mean of f(X). Exact sums where X takes single values only; else by quadrature over the quantile function, split
 * where f has a kink (and where the density has one): to about 1e-12 of the mean of |f(X)|, if f(X) has light tails.
 *
 * @param f smooth between the kinks
 * @param kinks values of X, in any order, infinities included; those X cannot take do not matter
 * @example meanOfFunction({ kind: "uniform", low: 0, high: 4 }, (x) => Math.max(0, x - 3), [3]) // 0.125
 */
export function meanOfFunction(
  distribution: Distribution,
  f: OfValue,
  kinks: readonly number[] = [],
): number {
  const d = distribution;
  switch (d.kind) {
    case "constant":
      return f(d.value);
    case "discrete":
      return overValues(d, f);
    case "truncated":
      return overTruncated(d, f, kinks);
    default:
      return betweenKinks(d, f, d.kind === "triangular" ? [...kinks, d.mode] : kinks);
  }
}

function overValues({ values, probabilities }: DistributionOf<"discrete">, f: OfValue): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) if (probabilities[i] > 0) sum += probabilities[i] * f(values[i]);
  return sum;
}

function overTruncated(d: DistributionOf<"truncated">, f: OfValue, kinks: readonly number[]): number {
  switch (d.of.kind) {
    case "constant":
      return f(d.of.value);
    case "discrete":
      return overValues(within(d.of, d.min, d.max), f);
    case "truncated":
      return overTruncated(merged(d, d.of), f, kinks);
    default:
      return betweenKinks(d, f, d.of.kind === "triangular" ? [...kinks, d.of.mode] : kinks);
  }
}

function merged(outer: DistributionOf<"truncated">, inner: DistributionOf<"truncated">): typeof outer {
  return { ...inner, min: Math.max(outer.min, inner.min), max: Math.min(outer.max, inner.max) };
}

function within(d: DistributionOf<"discrete">, min: number, max: number): DistributionOf<"discrete"> {
  const kept = d.probabilities.map((p, i) => (d.values[i] >= min && d.values[i] <= max ? p : 0));
  const total = kept.reduce((sum, p) => sum + p, 0);
  return { ...d, probabilities: kept.map((p) => p / total) };
}

function betweenKinks(d: Distribution, f: OfValue, kinks: readonly number[]): number {
  const ends = [0, ...kinks.map((kink) => probabilityUpTo(d, kink)), 1].sort((a, b) => a - b);
  let sum = 0;
  for (let i = 1; i < ends.length; i++) {
    const from = ends[i - 1];
    const width = ends[i] - from;
    if (width === 0) continue;
    sum += width * meanOverUniform((u) => f(quantile(d, Math.min(from + width * u, BELOW_ONE))));
  }
  return sum;
}
