import type { PoolPlan, Tier } from "./plan.ts";

/**
 * Probability that a member has a claim in a period, all tiers together: 1 - exp(-rate / periods a year) from the sum of
 * annual rates; in a closed group the sum of the probabilities themselves.
 */
export function claimProbability(
  { closedGroup, periodsPerYear }: Pick<PoolPlan, "closedGroup" | "periodsPerYear">,
  sum: number,
): number {
  return closedGroup ? Math.min(1, sum) : -Math.expm1(-sum / periodsPerYear);
}

/** Whether members of a class have claims of a tier: those of a closed group's row belong to that row alone. */
export function hasClaims({ classIndex }: Tier, k: number): boolean {
  return classIndex === null || classIndex === k;
}
