import type { PoolPlan } from "../plan/plan.ts";
import { setAmounts } from "./amountsNow.ts";
import { apportion } from "./apportion.ts";
import { setGrowth } from "./claimFactors.ts";
import { collect } from "./collect.ts";
import { countJoiners } from "./countJoiners.ts";
import { fillDeposits, openDeposits } from "./deposits.ts";
import { followSelection } from "./followSelection.ts";
import { payAid } from "./payAid.ts";
import type { Pool } from "./pool.ts";
import { react } from "./react.ts";
import { roundUp } from "./rounding.ts";
import { clearPoolTotals, firstPremium, type State } from "./state.ts";
import { testEndings } from "./testEndings.ts";
import { weighSharers } from "./weighSharers.ts";

/**
 * One period of a pool in all lanes, in the order of events that a plan has:
 *
 * 1. rules dated to this period take effect;
 * 2. who decided to leave leaves, and joiners enter;
 * 3. claims happen;
 * 4. deaths and age-outs leave;
 * 5. claims are reported and investigated with a delay, a part is refused: this period's cases;
 * 6. apportionment of their cost;
 * 7. collection;
 * 8. reaction of the members, felt in the next period;
 * 9. endings.
 */
export function step(plan: PoolPlan, state: State, pool: Pool, t: number): void {
  takeRules(plan, state, t);
  countJoiners(plan, state, t);
  clearPoolTotals(state.now);
  takeArrivals(state);
  state.selection.before.set(state.classMembers);
  pool.advance(t);
  countOtherLeavers(plan, state);
  followSelection(plan, state, t);
  fillDeposits(plan, state, pool, t);
  pool.approve(t);
  payAid(plan, state, t);
  weighSharers(plan, state, pool, t);
  apportion(plan, state, t);
  collect(plan, state, pool, t);
  react(plan, state, t);
  testEndings(plan, state, pool, t);
}

/** Phase 1. A new calendar year starts the count for the yearly cap anew, and premiums are renewed. */
function takeRules(plan: PoolPlan, state: State, t: number): void {
  const { periods } = plan;
  const before = state.rules;
  state.rules = state.stages[periods[t].stage];
  setGrowth(plan, state, t);
  if (state.deposits) openDeposits(state.deposits);
  if (t === 0 || before !== state.rules || state.rules.common.inflation !== 0) setAmounts(plan, state, t);
  const { premium } = state.rules.sharing;
  const isSetAnew = premium !== null && premium.amount !== before.sharing.premium?.amount;
  if (isSetAnew) state.premium.set(firstPremium(state.rules) ?? []);
  if (t === 0 || periods[t].year === periods[t - 1].year) return;
  state.shareThisYear.fill(0);
  if (!isSetAnew) renewPremiums(state);
  state.premiumsThisYear.fill(0);
  state.costThisYear.fill(0);
}

/** premium times (cost / premiums of last year) / the loss ratio aimed at, within the largest change there may be. */
function renewPremiums({ rules, premium, premiumsThisYear, costThisYear, lanes }: State): void {
  const renewal = rules.sharing.premium?.renewal;
  for (let lane = 0; renewal && lane < lanes.count; lane++) {
    if (premiumsThisYear[lane] === 0) continue;
    const most = 1 + renewal.most[lane];
    const wanted = costThisYear[lane] / premiumsThisYear[lane] / renewal.lossRatio[lane];
    const factor = Math.min(most, Math.max(1 / most, wanted));
    premium[lane] = roundUp(premium[lane] * factor, rules.common.sharing.roundUpTo);
  }
}

/** Who came from another pool since the last settlement. */
function takeArrivals({ now, arriving }: State): void {
  now.movedIn.set(arriving);
  arriving.fill(0);
}

/**
 * The part of the members that claims, deaths and ages took: joiners up to a target make up for it next time. And who left and may
 * come back.
 */
function countOtherLeavers({ classes }: PoolPlan, { now, lanes, otherLeavers, former }: State): void {
  for (let lane = 0; lane < lanes.count; lane++) {
    const leavers =
      now.claimed[lane] + now.waitingIll[lane] + now.died[lane] + now.agedOut[lane] + now.movedOut[lane];
    // Where nobody is left they are no part of anything.
    otherLeavers[lane] = now.members[lane] > 0 ? leavers / (leavers + now.members[lane]) : 0;
    for (let k = 0; k < classes.length; k++)
      former[k * lanes.count + lane] += now.leftByClass[k * lanes.count + lane];
  }
}
