import { betaQuantile } from "./betaQuantile.ts";
import type { Distribution, DistributionOf } from "./distribution.ts";
import { gammaQuantile } from "./gammaQuantile.ts";
import { normalQuantile } from "./normalQuantile.ts";
import { probabilityBelow, probabilityUpTo } from "./probabilityOf.ts";
import { triangularQuantile } from "./triangularQuantile.ts";

/** The largest number below 1: keeps quantiles finite where rounding reaches 1. */
export const BELOW_ONE = 1 - 2 ** -53;

/**
 * The inverse distribution function: the smallest x with P(X <= x) >= u. One uniform number makes one draw.
 *
 * @param u strictly between 0 and 1
 * @returns a number within `supportOf(distribution)`; not decreasing in u
 * @example quantile({ kind: "normal", mean: 0.5, sd: 0.05 }, 0.975) // 0.5979981992270027
 */
export function quantile(distribution: Distribution, u: number): number {
  const d = distribution;
  switch (d.kind) {
    case "constant":
      return d.value;
    case "normal":
      return d.mean + d.sd * normalQuantile(u);
    case "lognormal":
      return d.median * Math.exp(d.sigma * normalQuantile(u));
    case "uniform":
      return d.low + u * (d.high - d.low);
    case "triangular":
      return triangularQuantile(u, d.low, d.mode, d.high);
    case "beta":
      return d.low + (d.high - d.low) * betaQuantile(u, d.alpha, d.beta);
    case "gamma":
      return d.scale * gammaQuantile(u, d.shape);
    case "pareto":
      return d.scale * Math.expm1(-Math.log1p(-u) / d.shape);
    case "discrete":
      return discrete(d, u);
    case "truncated":
      return truncated(d, u);
  }
}

function discrete({ values, probabilities }: DistributionOf<"discrete">, u: number): number {
  let cumulative = 0;
  const last = values.length - 1;
  for (let i = 0; i < last; i++) {
    cumulative += probabilities[i];
    if (cumulative >= u) return values[i];
  }
  return values[last];
}

/** Maps u between the probabilities of min and max; off by 1e-16 / P(min <= X <= max) in probability. */
function truncated(d: DistributionOf<"truncated">, u: number): number {
  const below = probabilityBelow(d.of, d.min);
  const within = probabilityUpTo(d.of, d.max) - below;
  const x = quantile(d.of, Math.min(below + u * within, BELOW_ONE));
  return Math.min(Math.max(x, d.min), d.max);
}
