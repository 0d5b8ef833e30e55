import { poissonProbability } from "./countProbability.ts";

/**
 * P(X <= x) for X gamma with scale 1: the regularised incomplete gamma function P(shape, x).
 *
 * It is also the probability that a Poisson count with mean x is at least `shape`.
 * Relative error about 1e-14 if the result is below 1/2; O(sqrt(shape)) steps near x = shape.
 *
 * Source: NIST Digital Library of Mathematical Functions, 8.7.1 (series) and 8.9.2 (continued fraction).
 *
 * @param shape any number > 0
 * @param x any number >= 0, Infinity included
 * @example gammaLowerTail(2, 3) // 1 - 4 exp(-3) = 0.8008517265285442
 */
export function gammaLowerTail(shape: number, x: number): number {
  return x < shape + 1 ? bySeries(shape, x) : 1 - byFraction(shape, x);
}

/**
 * P(X > x) for X gamma with scale 1: 1 - P(shape, x) without loss in the far tail.
 *
 * It is also the probability that a Poisson count with mean x is below `shape`.
 *
 * @param shape any number > 0
 * @param x any number >= 0, Infinity included
 * @example gammaUpperTail(2, 3) // 4 exp(-3) = 0.1991482734714558
 */
export function gammaUpperTail(shape: number, x: number): number {
  return x < shape + 1 ? 1 - bySeries(shape, x) : byFraction(shape, x);
}

/** x^shape e^-x / Gamma(shape + 1) (1 + x / (shape + 1) + x^2 / ((shape + 1) (shape + 2)) + ...). */
function bySeries(shape: number, x: number): number {
  if (x <= 0) return 0;
  let sum = 1;
  let term = 1;
  for (let k = 1; term > 1e-17 * sum; k++) {
    term *= x / (shape + k);
    sum += term;
  }
  return sum * poissonProbability(shape, x);
}

/**
 * x^shape e^-x / Gamma(shape) / (x + 1 - shape - 1 (1 - shape) / (x + 3 - shape - 2 (2 - shape) / (x + 5 - shape - ...))),
 * evaluated forwards as a sum of differences of its convergents (Steed's algorithm).
 */
function byFraction(shape: number, x: number): number {
  if (x === Number.POSITIVE_INFINITY) return 0;
  let inverse = 1 / (x + 1 - shape);
  let change = inverse;
  let sum = inverse;
  for (let k = 1; Math.abs(change) > 1e-17 * sum; k++) {
    const step = k * (shape - k) * inverse;
    inverse = 1 / (x + 1 - shape + 2 * k + step);
    change *= -step * inverse;
    sum += change;
  }
  return sum * shape * poissonProbability(shape, x);
}
