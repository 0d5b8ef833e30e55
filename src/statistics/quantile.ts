import { normalQuantile } from "../random/normalQuantile.ts";
import type { Figure } from "./figure.ts";
import { z95 } from "./z95.ts";

/**
 * A sample from which order statistics can be read: a sorted array, or the bins of a sketch.
 * `at(0)` is the least of `count` numbers.
 */
export interface OrderStatistics {
  readonly count: number;
  at(rank: number): number;
}

/**
 * The quantile of definition 7 of Hyndman & Fan (1996, The American Statistician 50:361), the default of R and NumPy:
 * linear between the order statistics around rank (n - 1) p, ranks counted from 0.
 *
 * @param p between 0 and 1, both included
 * @example of 1, 2, 10: p = 0.5 gives 2, p = 0.75 gives 6.
 */
export function quantile({ count, at }: OrderStatistics, p: number): number {
  const rank = (count - 1) * p;
  const below = Math.floor(rank);
  const lower = at(below);
  const part = rank - below;
  return part === 0 ? lower : lower + part * (at(below + 1) - lower);
}

/** Those that every figure has. */
export const fiveQuantiles = (
  sample: OrderStatistics,
): Pick<Figure, "q05" | "q25" | "q50" | "q75" | "q95"> => ({
  q05: quantile(sample, 0.05),
  q25: quantile(sample, 0.25),
  q50: quantile(sample, 0.5),
  q75: quantile(sample, 0.75),
  q95: quantile(sample, 0.95),
});

/**
 * How fast the quantile rises with p: the inverse of the density there, from the quantiles at p plus and minus the reach of Hall &
 * Sheather (1988, JRSS B 50:381), which is made for intervals of quantiles. 0 in an atom.
 */
export function quantileSlope(sample: OrderStatistics, p: number): number {
  const reach = hallSheatherReach(p, sample.count);
  const from = Math.max(0, p - reach);
  const to = Math.min(1, p + reach);
  return to > from ? (quantile(sample, to) - quantile(sample, from)) / (to - from) : 0;
}

/** n^(-1/3) 1.96^(2/3) (1.5 f² / (2 x² + 1))^(1/3), x the normal quantile of p and f the normal density there; 0 at p = 0 and 1. */
function hallSheatherReach(p: number, count: number): number {
  if (p === 0 || p === 1) return 0;
  const x = normalQuantile(p);
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  return Math.cbrt((z95 ** 2 * 1.5 * density * density) / (count * (2 * x * x + 1)));
}

/** Standard error of a quantile of independent numbers: sqrt(p (1 - p) / n) over the density. 0 in an atom and for a single number. */
export const quantileError = (sample: OrderStatistics, p: number): number =>
  quantileSlope(sample, p) * proportionError(p, sample.count);

const proportionError = (p: number, count: number) => Math.sqrt((p * (1 - p)) / count);

/** A copy of the values in ascending order, as order statistics. O(n log n). */
export function sortedSample(values: Float64Array): OrderStatistics & { readonly sorted: Float64Array } {
  const sorted = values.slice().sort();
  return { sorted, count: sorted.length, at: (rank) => sorted[rank] };
}
