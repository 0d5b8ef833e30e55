import type { PoolPlan } from "../plan/plan.ts";
import { bearExcess, cutAid, payByOperator, payOperatorsAid, shareAmongNobody } from "./bearers.ts";
import { capOf, costOf } from "./costs.ts";
import type { Deposits } from "./depositState.ts";
import { roundDown, roundUp, settled, times } from "./rounding.ts";
import type { State } from "./state.ts";

/** Phase 6 after a pool's end: who was to pay for illness before it does. */
export function settleRunOff(plan: PoolPlan, state: State, t: number, lane: number): void {
  const { now, rules } = state;
  const { runOffPaidBy } = rules.common.ending;
  payOperatorsAid(state, lane);
  if (runOffPaidBy === "operator") payByOperator(state, lane);
  else if (runOffPaidBy === "nobody") shareAmongNobody(state, lane, 0);
  else {
    const remaining = state.membersAtClosing[lane] * rules.ending.runOffRemaining[lane];
    now.sharers[lane] = plan.engine.kind === "exact" ? Math.round(remaining) : remaining;
    if (now.sharers[lane] === 0) shareAmongNobody(state, lane, rules.sharing.fee[lane]);
    else askFormer(plan, state, t, lane);
  }
}

/** Who was a member at closing and can still be asked pays an equal share: once more, or from what is left of the deposits. */
function askFormer(plan: PoolPlan, state: State, t: number, lane: number): void {
  const { now, rules, surplus, deposits } = state;
  const { roundUpTo, excess, beyondBudget } = rules.common.sharing;
  const cost = costOf(plan, state, lane);
  const asked = cost <= 0 ? 0 : roundUp(cost / now.sharers[lane], roundUpTo);
  const cap = capOf(state, lane);
  now.share[lane] = asked <= cap ? asked : roundDown(cap, roundUpTo);
  now.contributions[lane] = times(now.share[lane], now.sharers[lane], roundUpTo);
  if (deposits && rules.funding) {
    const paid = Math.min(now.contributions[lane], heldByRemaining(state, deposits, lane));
    deposits.held[lane] -= paid;
    deposits.now.used[lane] += paid;
    now.contributions[lane] = paid;
    now.share[lane] = paid / now.sharers[lane];
  }
  now.largestShare[lane] = now.share[lane];
  surplus[lane] = settled(now.contributions[lane] - cost, cost);
  if (surplus[lane] < 0 && excess === "operator") bearExcess(state, lane);
  const isCarried = excess === "nextPeriod" || (excess === "operator" && beyondBudget === "nextPeriod");
  if (surplus[lane] >= 0 || (isCarried && t < state.runOffUntil[lane])) return;
  cutAid(state, lane, -surplus[lane]);
}

/** What is left of the deposits of those who can still be asked; the others' are not touched, and go back to them. */
function heldByRemaining({ rules, atEnd }: State, { held }: Deposits, lane: number): number {
  const ofOthers = atEnd.deposits[lane] * (1 - rules.ending.runOffRemaining[lane]);
  return Math.max(0, held[lane] - ofOthers);
}
