import type { PoolPlan } from "../plan/plan.ts";
import { roundNearest } from "./rounding.ts";
import type { State } from "./state.ts";

/** The aid that is the pool's to pay. */
export function sharedAid({ now }: State, lane: number): number {
  return Math.max(0, now.aid[lane] - now.aidOfOperator[lane]);
}

/** Sets the fee, to the unit where persons are counted, and returns the cost: aid + fee + refunds - surplus carried. */
export function costOf(plan: PoolPlan, state: State, lane: number): number {
  const { now, rules, surplus } = state;
  const fee = rules.sharing.fee[lane] * sharedAid(state, lane);
  const unit = plan.engine.kind === "exact" ? rules.common.sharing.roundUpTo : 0;
  now.fee[lane] = roundNearest(fee, unit) + rules.sharing.feePerHead[lane] * now.sharers[lane];
  return sharedAid(state, lane) + now.fee[lane] + now.refunds[lane] - surplus[lane];
}

/** Cases that are the pool's to pay. */
export function sharedCases({ cases, casesOfOperator }: State["now"], lane: number): number {
  return cases[lane] - casesOfOperator[lane];
}

/**
 * The most one sharer may be asked for in this period; `shareThisYear` does not yet contain it. A fee per head comes
 * on top of what the cases cost.
 */
export function capOf({ now, rules, shareThisYear }: State, lane: number): number {
  const { capPerCase, capPerPeriod, capPerYear, feePerHead } = rules.sharing;
  const perCase = capPerCase[lane];
  return Math.min(
    perCase === Number.POSITIVE_INFINITY ? perCase : perCase * sharedCases(now, lane) + feePerHead[lane],
    capPerPeriod[lane],
    Math.max(0, capPerYear[lane] - shareThisYear[lane]),
  );
}
