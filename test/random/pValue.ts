import { gammaTails, normalTails } from "./exact.ts";

/** P(a chi-square number with so many degrees of freedom > statistic). */
export function chiSquareP(statistic: number, degreesOfFreedom: number): number {
  return gammaTails(degreesOfFreedom / 2, statistic / 2).above;
}

/** P(a standard normal number > z). */
export function normalP(z: number): number {
  return normalTails(z).above;
}

/**
 * P(a Poisson number > count) + w P(it = count): uniform for Poisson counts, if w is uniform and has nothing to do with
 * them. Small for counts that are too large, near 1 for those too small.
 */
export function poissonP(count: number, mean: number, w: number): number {
  const orMore = count === 0 ? 1 : gammaTails(count, mean).atMost;
  const above = gammaTails(count + 1, mean).atMost;
  return above + w * (orMore - above);
}

/**
 * P of Kolmogorov and Smirnov's largest distance between the uniform distribution and the given numbers, which it sorts.
 *
 * Source: Stephens, "Use of the Kolmogorov-Smirnov ... statistics without extensive tables", JRSS B 32:1 (1970), for the
 * correction to finite numbers.
 */
export function kolmogorovP(uniforms: Float64Array): number {
  const n = uniforms.length;
  const sorted = uniforms.sort();
  let distance = 0;
  for (let i = 0; i < n; i++) distance = Math.max(distance, sorted[i] - i / n, (i + 1) / n - sorted[i]);
  const root = Math.sqrt(n);
  return kolmogorovTail((root + 0.12 + 0.11 / root) * distance);
}

/** 2 sum (-1)^(k-1) exp(-2 k^2 x^2); for small x by its other series. */
function kolmogorovTail(x: number): number {
  if (x < 1) {
    let sum = 0;
    for (let k = 1; k < 20; k += 2) sum += Math.exp((-k * k * Math.PI ** 2) / (8 * x * x));
    return 1 - (Math.sqrt(2 * Math.PI) / x) * sum;
  }
  let sum = 0;
  for (let k = 1; k < 20; k++) sum += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * x * x);
  return sum;
}

/**
 * The p-value of the sum of (observed - expected)^2 / expected over cells; 0.5 where one cell is left. Cells with fewer than 40
 * expected are put together with the next: of hundreds of tests the smallest p-values are looked at, and so far out
 * the chi-square law needs many.
 */
export function cellsP(observed: ArrayLike<number>, expected: ArrayLike<number>): number {
  let statistic = 0;
  let cells = 0;
  let seen = 0;
  let hoped = 0;
  let left = 0;
  for (let i = 0; i < expected.length; i++) left += expected[i];
  for (let i = 0; i < expected.length; i++) {
    seen += observed[i];
    hoped += expected[i];
    left -= expected[i];
    if (hoped < 40 || (left < 40 && i < expected.length - 1)) continue;
    statistic += (seen - hoped) ** 2 / hoped;
    cells++;
    seen = 0;
    hoped = 0;
  }
  return cells < 2 ? 0.5 : chiSquareP(statistic, cells - 1);
}

/** What is left of the level of many tests, each two-sided: the smallest p that any of so many may have. */
export function bonferroni(pValues: readonly number[]): number {
  return Math.min(1, 2 * pValues.length * Math.min(...pValues.map((p) => Math.min(p, 1 - p))));
}
