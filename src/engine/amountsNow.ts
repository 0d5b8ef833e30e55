import type { PoolPlan } from "../plan/plan.ts";
import { power } from "../random/power.ts";
import { meanAmount } from "./amounts.ts";
import type { State } from "./state.ts";

/** How much amounts have grown since the calendar's start, by the middle of a period. */
export function growthOfAmounts(
  { periodsPerYear }: PoolPlan,
  { rules }: State,
  t: number,
  lane: number,
): number {
  const inflation = rules.inflation[lane];
  return inflation === 0 ? 1 : power(1 + inflation, (t + 0.5) / periodsPerYear);
}

/** Sets the mean amounts of this period's claims. */
export function setAmounts(plan: PoolPlan, state: State, t: number): void {
  plan.tiers.forEach(({ amount }, tier) => {
    for (let lane = 0; lane < state.lanes.count; lane++) {
      const growth = growthOfAmounts(plan, state, t, lane);
      state.amounts[tier][lane] = meanAmount(amount, state.lanes, lane, growth);
    }
  });
}
