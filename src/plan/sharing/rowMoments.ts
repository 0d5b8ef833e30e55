import { meanOf, varianceOf } from "../../random/momentsOf.ts";
import { isAgainstBills, isPerClaim } from "../../scenario/perClaim.ts";
import type { Amount, GroupRow } from "../../scenario/scenario.ts";
import { meanAid, varianceOfAid } from "../aidAgainstBills.ts";
import { known, meanCount, rowCount, varianceOfCount } from "./rowCount.ts";

/** Mean and variance of an amount, or of a row's total loss in one period. */
export interface Moments {
  readonly mean: number;
  readonly variance: number;
}

/**
 * Mean and variance of what a row of a closed group loses in one period: a sum of N independent amounts X,
 * E[N] E[X] and E[N] Var[X] + Var[N] E[X]^2.
 *
 * @param row all its numbers known; throws otherwise
 * @example rowMoments(row) // of 100 members, claims poisson 0.02, amount 300: { mean: 600, variance: 180_000 }
 */
export function rowMoments(row: GroupRow): Moments {
  const count = rowCount(row);
  const amount = amountMoments(row.benefit);
  const claims = meanCount(count);
  return {
    mean: claims * amount.mean,
    variance: claims * amount.variance + varianceOfCount(count) * amount.mean * amount.mean,
  };
}

function amountMoments(amount: Amount): Moments {
  if (isAgainstBills(amount)) return { mean: meanAid(amount, 1), variance: varianceOfAid(amount, 1) };
  if (isPerClaim(amount)) return { mean: meanOf(amount.perClaim), variance: varianceOf(amount.perClaim) };
  return { mean: known(amount), variance: 0 };
}
