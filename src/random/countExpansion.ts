/**
 * The Cornish-Fisher expansion of the binomial distribution and, as its limit for p -> 0, of the Poisson distribution.
 *
 * Continues the distribution function smoothly between the counts (as the incomplete beta and gamma functions do) and
 * expands its inverse in powers of 1 / sd about the normal quantile. The result's integer part is the quantile,
 * unless the result is nearer to an integer than `countExpansionError`.
 *
 * Derived from the cumulants of the distribution and of the continuity correction (those of t / (e^t - 1)). In the
 * Poisson case it is the expansion of Giles, "Algorithm 955", ACM TOMS 42:1 (2016).
 *
 * @param w normalQuantile(u)
 * @param mean n p, or the Poisson mean
 * @param sd standard deviation, at least 2
 * @param skew q - p; 1 for Poisson
 * @param pq p q; 0 for Poisson
 * @returns a real number, one more than the smooth quantile
 * @example countExpansion(0, 100, 10, 1, 0) // 100.33313580246913
 */
export function countExpansion(w: number, mean: number, sd: number, skew: number, pq: number): number {
  const h = 1 / sd;
  const ww = w * w;
  const order1 = 1 / 2 + skew * (ww - 1) * (1 / 6);
  const order2 = w * ((7 * pq - 1) * (1 / 36) - (2 * pq + 1) * ww * (1 / 72));
  const order3 = skew * (2 + pq) * (ww * (7 + 3 * ww) - 16) * (1 / 1620);
  return mean + (sd * w + (order1 + h * (order2 + h * order3)));
}

/**
 * A bound on how far `countExpansion` is off, at least twice what was found over all counts between the 1e-16
 * quantiles, wherever n p and n q (or the Poisson mean) are at least 4; its last part is the rounding of numbers as large as the mean.
 *
 * @example countExpansionError(0, 100, 10) // 4.00000001e-5
 */
export function countExpansionError(w: number, mean: number, sd: number): number {
  const ww = w * w;
  return (0.04 + 0.002 * ww * ww * ww) / (sd * sd * sd) + 1e-15 * mean;
}
