/**
 * The inverse of the triangular distribution function.
 *
 * @param u strictly between 0 and 1
 * @param low,mode,high low <= mode <= high
 * @returns a number in [low, high]; increasing in u
 * @example triangularQuantile(0.125, 0, 1, 2) // 0.5
 */
export function triangularQuantile(u: number, low: number, mode: number, high: number): number {
  const width = high - low;
  const rise = mode - low;
  if (u * width <= rise) return low + Math.sqrt(u * width * rise);
  return high - Math.sqrt((1 - u) * width * (high - mode));
}
