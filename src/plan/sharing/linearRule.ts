import type { GroupRow } from "../../scenario/scenario.ts";
import type { GroupRule } from "../plan.ts";
import { covariancesOf } from "./covariances.ts";
import { rowMoments } from "./rowMoments.ts";

type LinearRule = Extract<GroupRule, { kind: "linear" }>;

/** Below this part of the sum of the rows' variances the total counts as certain. */
const hardlyAny = 1e-12;

/**
 * Row i bears its mean and a weighted part of what the total deviates from its mean.
 *
 * Weights that are not given are those of the linear regression of the row's loss on the total, cov(row, total) /
 * var(total), which are best among all linear rules; where the total is certain, they are as the means.
 *
 * Source: Dhaene, Kazzi & Valdez, "Axiomatic characterizations of some simple risk-sharing rules", arXiv:2411.06240
 * (2024): the covariance-based linear rule.
 *
 * @param weights by the rows' names, with sum one; null: by regression
 */
export function linearRule(
  weights: Readonly<Record<string, number>> | null,
  rows: readonly GroupRow[],
  dependence: readonly (readonly number[])[] | null,
): LinearRule {
  const means = rows.map((row) => rowMoments(row).mean);
  const given = weights && rows.map(({ className }) => weights[className]);
  return { kind: "linear", means, weights: given ? partsOf(given) : byRegression(rows, means, dependence) };
}

function byRegression(
  rows: readonly GroupRow[],
  means: readonly number[],
  dependence: readonly (readonly number[])[] | null,
): number[] {
  const covariances = covariancesOf(rows, dependence);
  const withTotal = covariances.map(sum);
  const varies = sum(withTotal) > hardlyAny * sum(covariances.map((row, i) => row[i]));
  return partsOf(varies ? withTotal : means);
}

function partsOf(values: readonly number[]): number[] {
  const total = sum(values);
  return values.map((value) => (total === 0 ? 1 / values.length : value / total));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
