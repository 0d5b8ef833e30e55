import { betaLowerTail } from "./betaTails.ts";
import { normalQuantile } from "./normalQuantile.ts";
import { settleCount } from "./settleCount.ts";

/**
 * The inverse of the negative binomial distribution function: the smallest k with P(X <= k) >= u.
 *
 * The count is Poisson with a mean that is itself gamma distributed with this shape: variance mean + mean^2 / shape.
 * Shape 1 is the geometric distribution. A few evaluations of the incomplete beta function.
 *
 * @param u strictly between 0 and 1
 * @param mean in [0, 1e9]
 * @param shape in [1e-2, 1e8], not necessarily an integer
 * @returns an integer >= 0; 0 for mean 0; not decreasing in u
 * @example negativeBinomialQuantile(0.7, 2, 1) // 2
 */
export function negativeBinomialQuantile(u: number, mean: number, shape: number): number {
  if (mean === 0) return 0;
  const p = shape / (shape + mean);
  const q = mean / (shape + mean);
  const guess = mean + normalQuantile(u) * Math.sqrt(mean / p);
  return settleCount(u, Math.floor(guess), {
    atMost: (count) => betaLowerTail(shape, count + 1, p, q),
    above: (count) => betaLowerTail(count + 1, shape, q, p),
  });
}
