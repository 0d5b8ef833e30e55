import { binomialProbability } from "./countProbability.ts";

/**
 * P(X <= x) for X beta(a, b): the regularised incomplete beta function I_x(a, b).
 *
 * It is also the probability of at least `a` successes in a + b - 1 trials of success probability x. The upper tail
 * P(X > x) is betaLowerTail(b, a, y, x). Relative error about 1e-13 if the result is below 1/2; O(sqrt(max(a, b)))
 * steps near the mean.
 *
 * Source: NIST Digital Library of Mathematical Functions, 8.17.4 (symmetry); DiDonato & Morris,
 * "Algorithm 708: significant digit computation of the incomplete beta function ratios", ACM TOMS 18:3 (1992),
 * function BFRAC (continued fraction).
 *
 * @param a,b any numbers > 0
 * @param x in [0, 1]
 * @param y 1 - x: given, so that it is exact even if x is close to 1
 * @example betaLowerTail(2, 3, 0.25, 0.75) // 0.26171875
 */
export function betaLowerTail(a: number, b: number, x: number, y: number): number {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  return x * (a + b + 2) < a + 1 ? byFraction(a, b, x, y) : 1 - byFraction(b, a, y, x);
}

/**
 * x^a y^b / B(a, b) / (b0 + a1 / (b1 + a2 / (b2 + ...))), summed by its convergents (Steed's algorithm).
 *
 * Left of the mean all b's and, as long as it matters, all a's are positive: nothing cancels.
 */
function byFraction(a: number, b: number, x: number, y: number): number {
  const toMean = a * y - b * x + 1;
  let inverse = (a + 1) / (a * toMean);
  let change = inverse;
  let sum = inverse;
  for (let k = 1; Math.abs(change) > 1e-17 * sum; k++) {
    const odd = a + 2 * k - 1;
    const choose = (k * (b - k) * x) / odd;
    const step = (((a + k - 1) * (a + b + k - 1) * x) / odd) * choose * inverse;
    inverse = 1 / (k + choose + ((a + k) * (toMean + k * (1 + y))) / (odd + 2) + step);
    change *= -step * inverse;
    sum += change;
  }
  return (sum * a * b * binomialProbability(a, b, x, y)) / (a + b);
}
