import type { Distribution } from "../random/distribution.ts";
import { normalProbability } from "../random/normalProbability.ts";
import { quantile } from "../random/quantileOf.ts";

/** A value that an uncertain number may have, and the part of its probability that it stands for. */
export interface Spot {
  readonly value: number;
  readonly weight: number;
}

/** Values of one number; their weights sum to one. */
export interface Axis {
  readonly spots: readonly Spot[];
  /** They stand for all numbers between them; else there are no others. */
  readonly isSmooth: boolean;
}

/** How far a normal score is followed: beyond lies a probability of 2e-9. */
const reach = 6;

/**
 * Values of a standard normal number in equal steps, by their density: the trapezoidal rule, whose error for a smooth function of it
 * is about exp(-2 pi^2 / step^2), 4e-9 for a step of 1.
 *
 * Source: Trefethen & Weideman, "The exponentially convergent trapezoidal rule", SIAM Review 56:3 (2014).
 */
export function normalAxis(step: number): Axis {
  const half = Math.ceil(reach / step);
  const scores = Array.from({ length: 2 * half + 1 }, (_, i) => (i - half) * step);
  const densities = scores.map((score) => Math.exp((-score * score) / 2));
  const sum = densities.reduce((a, b) => a + b, 0);
  return { spots: scores.map((value, i) => ({ value, weight: densities[i] / sum })), isSmooth: true };
}

/**
 * Values of a number with any distribution: those of single values themselves, of others the quantiles of the normal axis.
 *
 * @param step in standard deviations of the normal score
 * @example axisOf({ kind: "discrete", values: [1, 2], probabilities: [0.3, 0.7] }, 1) // 1 with weight 0.3, 2 with 0.7
 */
export function axisOf(distribution: Distribution, step: number): Axis {
  const singles = singleValues(distribution);
  if (singles !== null) return { spots: singles, isSmooth: false };
  const scores = normalAxis(step).spots;
  const valueAt = (score: number) => quantile(distribution, normalProbability(score));
  return { spots: scores.map(({ value, weight }) => ({ value: valueAt(value), weight })), isSmooth: true };
}

/** null where the number takes others than single values. */
function singleValues(distribution: Distribution): readonly Spot[] | null {
  switch (distribution.kind) {
    case "constant":
      return [{ value: distribution.value, weight: 1 }];
    case "discrete":
      return distribution.values.flatMap((value, i) =>
        distribution.probabilities[i] > 0 ? [{ value, weight: distribution.probabilities[i] }] : [],
      );
    case "truncated":
      return within(singleValues(distribution.of), distribution.min, distribution.max);
    default:
      return null;
  }
}

function within(spots: readonly Spot[] | null, min: number, max: number): readonly Spot[] | null {
  if (spots === null) return null;
  const kept = spots.filter(({ value }) => min <= value && value <= max);
  const sum = kept.reduce((all, { weight }) => all + weight, 0);
  return kept.map(({ value, weight }) => ({ value, weight: weight / sum }));
}
