import type { Plan } from "../plan/plan.ts";
import { running, type State } from "./state.ts";

/**
 * Phase 7: members are debited what they were asked for. The operator pays for those who are exempt; a part of the
 * debits fails for good, and those members are out after the time of grace.
 */
export function collect(plan: Plan, state: State, t: number): void {
  const { now, rules, surplus, lanes } = state;
  const { unpaid: bearer, gracePeriods } = rules.common;
  const out = Math.max(1, gracePeriods) + t;
  for (let lane = 0; lane < lanes.count; lane++) {
    const share = now.share[lane];
    if (share === 0) continue;
    const exempt = Math.min(now.contributions[lane], share * now.exempt[lane]);
    now.subsidy[lane] += exempt;
    now.contributions[lane] -= exempt;
    const unpaid = now.contributions[lane] * rules.failing[lane];
    now.contributions[lane] -= unpaid;
    if (bearer === "operator") now.subsidy[lane] += unpaid;
    else surplus[lane] -= unpaid;
    if (state.status[lane] === running && out < plan.periods.length) {
      const debited = Math.max(0, now.sharers[lane] - now.exempt[lane]) / now.members[lane];
      const failed = Math.min(1, debited) * rules.failing[lane];
      // Two periods' may fall on one where a change shortens the grace.
      const before = state.failed[out * lanes.count + lane];
      state.failed[out * lanes.count + lane] = before + failed * (1 - before);
    }
    state.shares[t * lanes.count + lane] = share;
    state.shareThisYear[lane] += share;
  }
}
