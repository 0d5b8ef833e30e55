import { perPeriod } from "../plan/attained.ts";
import type { Plan } from "../plan/plan.ts";
import { lapsePerYear } from "./reaction.ts";
import type { State } from "./state.ts";

/** Phase 8: what each class was lately asked for decides how many of it leave at the start of the next period. */
export function react(plan: Plan, state: State, t: number): void {
  const { rules, now, lapse, shocks, lanes, classMembers } = state;
  const next = Math.min(t + 1, plan.periods.length - 1);
  rules.classes.forEach(({ reaction, lapse: base }, k) => {
    for (let lane = 0; lane < lanes.count; lane++) {
      const i = k * lanes.count + lane;
      const share =
        reaction.lookBack > 0 ? recentShare(state, t, reaction.lookBack, lane) * plan.periodsPerYear : 0;
      const approved = now.expectedAid[i] * (1 - rules.denied[lane]);
      const expectedAid = classMembers[i] > 0 ? (approved / classMembers[i]) * plan.periodsPerYear : 0;
      const yearly =
        lapsePerYear(reaction, lane, base[lane], share, expectedAid) *
        shocks.lapse[next * lanes.count + lane];
      lapse[i] = perPeriod(Math.min(1, yearly), plan.periodsPerYear);
    }
  });
}

/** Mean share of the last periods, as many as there have been. */
function recentShare({ shares, lanes }: State, t: number, lookBack: number, lane: number): number {
  const first = Math.max(0, t - lookBack + 1);
  let sum = 0;
  for (let period = first; period <= t; period++) sum += shares[period * lanes.count + lane];
  return sum / (t - first + 1);
}
