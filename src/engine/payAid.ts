import type { PoolPlan } from "../plan/plan.ts";
import { normalProbability } from "../random/normalProbability.ts";
import { normalQuantile } from "../random/normalQuantile.ts";
import { quantile } from "../random/quantileOf.ts";
import { nextUniform, openStream } from "../random/streams.ts";
import { isAgainstBills, isPerClaim } from "../scenario/perClaim.ts";
import { sumOfClaims } from "./amounts.ts";
import { growthOfAmounts } from "./amountsNow.ts";
import { over, type State } from "./state.ts";

/** Phase 5, the end: the approved cases of each tier cost their aid. After the run-off no claim is considered. */
export function payAid(plan: PoolPlan, state: State, t: number): void {
  const { lanes, now, status } = state;
  for (const of of [now.cases, now.casesOfOperator, now.aid, now.aidOfOperator]) of.fill(0);
  plan.tiers.forEach((_, i) => {
    const cases = now.casesByTier[i];
    const aid = plan.dependence ? null : aidOf(plan, state, t, i);
    for (let lane = 0; lane < lanes.count; lane++) {
      now.aidByTier[i][lane] = 0;
      if (cases[lane] === 0 || status[lane] === over || !aid) continue;
      now.aidByTier[i][lane] = aid(lane);
    }
  });
  if (plan.dependence) drawDependent(plan, state, t, plan.dependence);
  plan.tiers.forEach((tier, i) => {
    for (let lane = 0; lane < lanes.count; lane++) {
      if (status[lane] === over) continue;
      now.cases[lane] += now.casesByTier[i][lane];
      now.aid[lane] += now.aidByTier[i][lane];
      if (!tier.paidByOperator) continue;
      now.casesOfOperator[lane] += now.casesByTier[i][lane];
      now.aidOfOperator[lane] += now.aidByTier[i][lane];
    }
  });
}

/** Gives the aid for a tier's cases of a lane. */
function aidOf(plan: PoolPlan, state: State, t: number, tier: number): (lane: number) => number {
  const { lanes, now, luck } = state;
  const { name, amount } = plan.tiers[tier];
  if (!isPerClaim(amount) && !isAgainstBills(amount))
    return (lane) => now.casesByTier[tier][lane] * state.amounts[tier][lane];
  const stream = luck.amounts(name);
  return (lane) =>
    sumOfClaims(
      now.casesByTier[tier][lane],
      amount,
      growthOfAmounts(plan, state, t, lane),
      openStream(lanes.claimsKey, lanes.first + lane, stream, t),
    );
}

/** Losses that hang together by a Gaussian copula: each row's normal score is a sum of independent ones. */
function drawDependent(
  plan: PoolPlan,
  { lanes, luck, now, status }: State,
  t: number,
  factor: NonNullable<PoolPlan["dependence"]>,
): void {
  for (let lane = 0; lane < lanes.count; lane++) {
    const stream = openStream(lanes.claimsKey, lanes.first + lane, luck.losses(), t);
    const independent = factor.map(() => normalQuantile(nextUniform(stream)));
    plan.tiers.forEach(({ amount }, i) => {
      const score = factor[i].reduce((sum, part, j) => sum + part * independent[j], 0);
      const isDue = status[lane] !== over && now.casesByTier[i][lane] > 0 && isPerClaim(amount);
      now.aidByTier[i][lane] = isDue ? quantile(amount.perClaim, normalProbability(score)) : 0;
    });
  }
}
