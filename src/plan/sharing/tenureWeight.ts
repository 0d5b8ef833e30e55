/** The weight in a year of membership, counted from 0; the last holds for ever. */
export function tenureWeight(weights: readonly number[], years: number): number {
  return weights[Math.min(Math.max(0, Math.floor(years)), weights.length - 1)];
}
