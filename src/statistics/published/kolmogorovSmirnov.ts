/**
 * Largest distance of the distribution functions of two samples (Kolmogorov and Smirnov's statistic), from 0 to 1. O(n log n).
 *
 * @example kolmogorovSmirnov(Float64Array.of(1, 2), Float64Array.of(2, 3)) // 0.5
 */
export function kolmogorovSmirnov(first: Float64Array, second: Float64Array): number {
  const [a, b] = [first.slice().sort(), second.slice().sort()];
  let distance = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const value = Math.min(a[i], b[j]);
    while (i < a.length && a[i] <= value) i++;
    while (j < b.length && b[j] <= value) j++;
    distance = Math.max(distance, Math.abs(i / a.length - j / b.length));
  }
  return distance;
}

/**
 * The distance that two large samples of one continuous distribution exceed with probability 1 %: sqrt(-log(0.01 / 2) / 2) is 1.6276, times
 * sqrt((n + m) / (n m)) (Smirnov 1948, Annals of Mathematical Statistics 19:279). Of a distribution with atoms they exceed it
 * less often.
 *
 * @example criticalDistance(20_000, 20_000) // 0.016276
 */
export function criticalDistance(n: number, m: number): number {
  return Math.sqrt(-Math.log(0.01 / 2) / 2) * Math.sqrt((n + m) / (n * m));
}
