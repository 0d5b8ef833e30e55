import type { Plan } from "../plan/plan.ts";
import { lapsePerYear, timesAsLikely } from "./lapsePerYear.ts";
import type { State } from "./state.ts";

/** Phase 8: what each class was lately asked for decides how many of it leave at the start of the next period. */
export function react(plan: Plan, state: State, t: number): void {
  const { rules, lapse, shocks, lanes } = state;
  const next = Math.min(t + 1, plan.periods.length - 1);
  rules.classes.forEach(({ reaction, lapse: base }, k) => {
    for (let lane = 0; lane < lanes.count; lane++) {
      const i = k * lanes.count + lane;
      const share =
        reaction.kind === "none" ? 0 : recentShare(state, t, reaction.lookBack, lane) * plan.periodsPerYear;
      const yearly = lapsePerYear(reaction, lane, base[lane], share, expectedAid(state, plan, k, lane));
      lapse[i] = timesAsLikely(yearly, shocks.lapse[next * lanes.count + lane] / plan.periodsPerYear);
    }
  });
}

/**
 * The aid that a covered member of a class may expect to receive in a year, refusals taken off. While nobody is
 * covered it is not known, and no share is too high for it: Infinity.
 */
function expectedAid({ now, rules, lanes }: State, plan: Plan, k: number, lane: number): number {
  const i = k * lanes.count + lane;
  if (now.exposure[i] === 0) return Number.POSITIVE_INFINITY;
  return (now.expectedAid[i] / now.exposure[i]) * (1 - rules.denied[lane]) * plan.periodsPerYear;
}

/** Mean share of the last periods, as many as there have been. */
function recentShare({ shares, lanes }: State, t: number, lookBack: number, lane: number): number {
  const first = Math.max(0, t - lookBack + 1);
  let sum = 0;
  for (let period = first; period <= t; period++) sum += shares[period * lanes.count + lane];
  return sum / (t - first + 1);
}
