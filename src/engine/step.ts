import type { Plan } from "../plan/plan.ts";
import { apportion } from "./apportion.ts";
import { collect } from "./collect.ts";
import { countJoiners } from "./countJoiners.ts";
import { payAid } from "./payAid.ts";
import type { Pool } from "./pool.ts";
import { react } from "./react.ts";
import { clearPoolTotals, type State } from "./state.ts";
import { testEndings } from "./testEndings.ts";

/**
 * One period of all lanes, in the order of events that a plan has:
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
export function step(plan: Plan, state: State, pool: Pool, t: number): void {
  takeRules(plan, state, t);
  countJoiners(plan, state, t);
  clearPoolTotals(state.now);
  pool.advance(t);
  countOtherLeavers(state);
  countSharers(plan, state, pool, t);
  pool.approve(t);
  payAid(plan, state, t);
  apportion(plan, state, t);
  collect(plan, state, t);
  react(plan, state, t);
  testEndings(plan, state, pool, t);
}

/** Phase 1. A new calendar year starts the count for the yearly cap anew. */
function takeRules({ periods }: Plan, state: State, t: number): void {
  state.rules = state.stages[periods[t].stage];
  if (t > 0 && periods[t].year !== periods[t - 1].year) state.shareThisYear.fill(0);
}

/** Who bears a share: the members (or the covered) at the settlement, and for how many of them the operator does. */
function countSharers(
  { exemptCohorts }: Plan,
  { now, rules, classMembers }: State,
  pool: Pool,
  t: number,
): void {
  const all = rules.common.sharing.sharers === "members" ? now.members : now.covered;
  now.sharers.set(all);
  now.classMembers.set(classMembers);
  if (exemptCohorts[t] > 0) pool.membersOfCohorts(exemptCohorts[t], now.exempt);
  else now.exempt.fill(0);
}

/** The part of the members that claims, deaths and ages took: joiners up to a target make up for it next time. */
function countOtherLeavers({ now, lanes, otherLeavers }: State): void {
  for (let lane = 0; lane < lanes.count; lane++) {
    const leavers = now.claimed[lane] + now.died[lane] + now.agedOut[lane];
    otherLeavers[lane] = leavers > 0 ? leavers / (leavers + now.members[lane]) : 0;
  }
}
