/**
 * Weighted moments of many quantities side by side ("cells"): for each its weight, mean and sum of squared deviations
 * from that mean. Unweighted, the weight is the number of values and `squares / (weight - 1)` their variance.
 */
export interface Moments {
  readonly weight: Float64Array;
  readonly mean: Float64Array;
  readonly squares: Float64Array;
}

/** Moments of `cells` quantities before any value was seen. */
export const emptyMoments = (cells: number): Moments => ({
  weight: new Float64Array(cells),
  mean: new Float64Array(cells),
  squares: new Float64Array(cells),
});

/**
 * Puts the moments of the first `count` numbers of `values` into one cell.
 *
 * Two passes: the mean is the first value plus the mean distance from it, so a constant comes back to the last bit;
 * then squared deviations, corrected for the rounding of the mean (Chan, Golub & LeVeque 1983, The American
 * Statistician 37:242, the "corrected two-pass algorithm"). O(count).
 *
 * @example values 1, 2, 6: weight 3, mean 3, squares 14.
 */
export function setMoments(into: Moments, cell: number, values: Float64Array, count: number): void {
  if (count === 0) return;
  const origin = values[0];
  let distance = 0;
  for (let i = 0; i < count; i++) distance += values[i] - origin;
  const mean = origin + distance / count;
  let deviations = 0;
  let squares = 0;
  for (let i = 0; i < count; i++) {
    const deviation = values[i] - mean;
    deviations += deviation;
    squares += deviation * deviation;
  }
  into.weight[cell] = count;
  into.mean[cell] = mean;
  into.squares[cell] = Math.max(0, squares - (deviations * deviations) / count);
}

/**
 * Puts the moments of the first `count` numbers of `values` into one cell if they are all the same (or there are none), and
 * tells whether they are. Most numbers that differ do so at once, and those that do not need no arithmetic. O(count).
 */
export function setConstant(into: Moments, cell: number, values: Float64Array, count: number): boolean {
  for (let i = 1; i < count; i++) if (values[i] !== values[0]) return false;
  into.weight[cell] = count;
  into.mean[cell] = count > 0 ? values[0] : 0;
  return true;
}

/**
 * Adds `from` to `into`, cell by cell: mean += d b / (a + b), squares += other squares + d² a b / (a + b), where a and
 * b are the weights and d is the distance of the means (Chan, Golub & LeVeque 1983). Merging into empty moments
 * copies them to the bit; otherwise rounding depends on the order of merging. O(cells).
 */
export function mergeMoments(into: Moments, from: Moments): void {
  const { weight, mean, squares } = into;
  for (let cell = 0; cell < weight.length; cell++) {
    const added = from.weight[cell];
    if (added === 0) continue;
    const before = weight[cell];
    const portion = added / (before + added);
    const distance = from.mean[cell] - mean[cell];
    weight[cell] = before + added;
    mean[cell] += distance * portion;
    squares[cell] += from.squares[cell] + distance * distance * before * portion;
  }
}
