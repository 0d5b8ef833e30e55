/**
 * The inverse of the distribution function of finitely many cases: the first case i with cumulative[i] >= u.
 *
 * @param u strictly between 0 and 1
 * @param cumulative P(case <= i), not decreasing, one or more entries; the last stands for 1 whatever its rounding
 * @returns an index of `cumulative`; not decreasing in u. O(log n)
 * @example discreteQuantile(0.4, [0.2, 0.5, 1]) // 1
 */
export function discreteQuantile(u: number, cumulative: ArrayLike<number>): number {
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (cumulative[middle] >= u) high = middle;
    else low = middle + 1;
  }
  return low;
}
