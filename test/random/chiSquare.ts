import { gammaQuantile } from "../../src/random/gammaQuantile.ts";

/** The value a chi-square statistic exceeds by chance once in a million. */
export function chiSquareBound(degreesOfFreedom: number): number {
  return 2 * gammaQuantile(1 - 1e-6, degreesOfFreedom / 2);
}

/** Sum of (observed - expected)^2 / expected. */
export function chiSquare(observed: ArrayLike<number>, expected: (cell: number) => number): number {
  let sum = 0;
  for (let i = 0; i < observed.length; i++) sum += (observed[i] - expected(i)) ** 2 / expected(i);
  return sum;
}

/** Chi-square of equal frequency of the `cells` equal parts of (0, 1), divided by its one-in-a-million bound. */
export function unevenness(uniforms: Iterable<number>, cells: number): number {
  const counts = new Float64Array(cells);
  let total = 0;
  for (const u of uniforms) {
    counts[Math.floor(u * cells)]++;
    total++;
  }
  return chiSquare(counts, () => total / cells) / chiSquareBound(cells - 1);
}

/** The same for pairs over the `side` x `side` squares: above 1 if the pairs are not independent uniforms. */
export function dependence(pairs: Iterable<readonly [number, number]>, side = 16): number {
  const squares = Array.from(pairs, ([u, v]) => (Math.floor(u * side) + v) / side);
  return unevenness(squares, side * side);
}
