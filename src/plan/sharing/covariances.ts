import { isPerClaim } from "../../scenario/perClaim.ts";
import type { GroupRow } from "../../scenario/scenario.ts";
import { type Moments, rowMoments } from "./rowMoments.ts";

/**
 * The covariances of the rows' losses in one period: variances only if they are independent.
 *
 * With dependence, each row has one lognormal loss and the log-losses are jointly normal, with correlation R and standard
 * deviations s: the covariance is m_i m_j (exp(R_ij s_i s_j) - 1).
 *
 * @param dependence correlations of the log-losses, by row and column; null: independent
 */
export function covariancesOf(
  rows: readonly GroupRow[],
  dependence: readonly (readonly number[])[] | null,
): number[][] {
  const moments = rows.map(rowMoments);
  if (dependence === null) return rows.map((_, i) => rows.map((_, j) => (i === j ? moments[i].variance : 0)));
  const sigmas = rows.map(logDeviation);
  return rows.map((_, i) =>
    rows.map(
      (_, j) => productOfMeans(moments, i, j) * Math.expm1(dependence[i][j] * (sigmas[i] * sigmas[j])),
    ),
  );
}

function productOfMeans(moments: readonly Moments[], i: number, j: number): number {
  return moments[i].mean * moments[j].mean;
}

/** Standard deviation of the logarithm of a row's loss; 0 where it is certain. */
function logDeviation({ className, benefit }: GroupRow): number {
  if (typeof benefit === "number") return 0;
  if (isPerClaim(benefit) && benefit.perClaim.kind === "lognormal") return benefit.perClaim.sigma;
  if (isPerClaim(benefit) && benefit.perClaim.kind === "constant") return 0;
  throw new Error(`the loss of ${className} is neither lognormal nor certain, so it can depend on no other`);
}
