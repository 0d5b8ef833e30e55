/**
 * The inverse of the geometric distribution function: the smallest k with 1 - (mean / (1 + mean))^(k + 1) >= u.
 *
 * Counts 0, 1, 2, ... failures before the first success, variance mean (1 + mean).
 *
 * @param u strictly between 0 and 1
 * @param mean any number >= 0
 * @returns an integer >= 0; 0 for mean 0; not decreasing in u
 * @example geometricQuantile(0.7, 2) // 2, as 1 - (2/3)^3 = 0.7037
 */
export function geometricQuantile(u: number, mean: number): number {
  const logOfOneMore = -Math.log1p(1 / mean);
  return Math.max(0, Math.ceil(Math.log1p(-u) / logOfOneMore) - 1);
}
