import type { PoolPlan } from "../plan/plan.ts";
import { askByWeight, askRows } from "./askSharers.ts";
import { bearExcess, payByOperator, payOperatorsAid, shareAmongNobody } from "./bearers.ts";
import { costOf, sharedAid } from "./costs.ts";
import { settled, times } from "./rounding.ts";
import { settleRunOff } from "./settleRunOff.ts";
import { running, runOff, type State } from "./state.ts";

/**
 * Phase 6: cost = aid + fee + refunds - surplus carried. It is divided over the sharers by their weights; the share is rounded up to
 * the unit and limited by the caps; what a cap cuts off is borne by the operator, by the aided, or by the next period. A
 * premium is asked whatever the cost is. Until the pool has started nobody is asked for anything.
 */
export function apportion(plan: PoolPlan, state: State, t: number): void {
  const { now, status, surplus } = state;
  const stopped = plan.closings[t].sharingStopped;
  for (let lane = 0; lane < state.lanes.count; lane++) {
    now.surplusBefore[lane] = surplus[lane];
    clear(plan, state, lane);
    if (status[lane] === runOff) settleRunOff(plan, state, t, lane);
    else if (status[lane] === running) {
      payOperatorsAid(state, lane);
      if (stopped) payByOperator(state, lane);
      else if (now.sharers[lane] === 0 || !state.started[lane])
        shareAmongNobody(state, lane, state.rules.sharing.fee[lane]);
      else if (state.rules.sharing.premium) askPremium(plan, state, lane);
      else share(plan, state, lane);
    }
  }
}

function clear({ classes }: PoolPlan, { now, lanes }: State, lane: number): void {
  now.aidCut[lane] = 0;
  now.fee[lane] = 0;
  now.subsidy[lane] = 0;
  now.contributions[lane] = 0;
  now.share[lane] = 0;
  now.largestShare[lane] = 0;
  for (let k = 0; k < classes.length; k++) now.classAsked[k * lanes.count + lane] = 0;
}

function share(plan: PoolPlan, state: State, lane: number): void {
  const { now, rules, surplus } = state;
  const { weights } = rules.common.sharing;
  const cost = costOf(plan, state, lane);
  if (weights.kind === "group") askRows(plan, state, lane, cost);
  else askByWeight(plan, state, lane, cost);
  surplus[lane] = settled(now.contributions[lane] - cost, cost);
  if (surplus[lane] < 0) bearExcess(state, lane);
}

function askPremium(plan: PoolPlan, state: State, lane: number): void {
  const { now, rules, surplus, premium, lanes } = state;
  const cost = costOf(plan, state, lane);
  const { roundUpTo, premium: rule } = rules.common.sharing;
  now.share[lane] = premium[lane];
  now.largestShare[lane] = premium[lane];
  now.contributions[lane] = times(premium[lane], now.sharers[lane], roundUpTo);
  for (let k = 0; k < plan.classes.length; k++) {
    const i = k * lanes.count + lane;
    now.classAsked[i] = premium[lane] * now.classSharers[i];
  }
  state.premiumsThisYear[lane] += now.contributions[lane];
  // Without what the premium leaves to the operator: no later premium has to cover that.
  state.costThisYear[lane] += sharedAid(state, lane) + now.fee[lane];
  surplus[lane] = settled(now.contributions[lane] - cost, cost);
  if (surplus[lane] < 0) bearExcess(state, lane);
  else if (rule?.leftToOperator) {
    now.fee[lane] += surplus[lane];
    surplus[lane] = 0;
  }
}
