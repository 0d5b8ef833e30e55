import type { PoolPlan } from "../plan/plan.ts";
import type { Reaction } from "../scenario/reaction.ts";
import { joiningFactor, lapsePerYear, timesAsLikely } from "./lapsePerYear.ts";
import type { State } from "./state.ts";

/**
 * Phase 8: what each class was lately asked for decides how many of it leave at the start of the next period, and how many are kept
 * from joining.
 */
export function react(plan: PoolPlan, state: State, t: number): void {
  const { rules, lapse, attraction, shocks, lanes } = state;
  const next = Math.min(t + 1, plan.periods.length - 1);
  rules.classes.forEach(({ reaction, joins, lapse: base }, k) => {
    for (let lane = 0; lane < lanes.count; lane++) {
      const i = k * lanes.count + lane;
      const aid = expectedAid(state, plan, k, lane);
      const share = yearlyShare(plan, state, reaction, t, k, lane);
      const yearly = lapsePerYear(reaction, lane, base[lane], share, aid);
      lapse[i] = timesAsLikely(yearly, shocks.lapse[next * lanes.count + lane] / plan.periodsPerYear);
      attraction[i] =
        joins.kind === "none"
          ? 1
          : joiningFactor(joins, lane, yearlyShare(plan, state, joins, t, k, lane), aid);
    }
  });
}

/**
 * The aid that a covered member of a class may expect to receive in a year, refusals taken off. While nobody is
 * covered it is not known, and no share is too high for it: Infinity.
 */
function expectedAid({ now, rules, lanes }: State, plan: PoolPlan, k: number, lane: number): number {
  const i = k * lanes.count + lane;
  if (now.exposure[i] === 0) return Number.POSITIVE_INFINITY;
  return (now.expectedAid[i] / now.exposure[i]) * approvedPart(rules, lane) * plan.periodsPerYear;
}

/** The part of the claims that is approved, at once or by a jury. */
function approvedPart({ denied, granted }: State["rules"], lane: number): number {
  return 1 - denied[lane] * (1 - (granted?.[lane] ?? 0));
}

/** Mean share of a class in the last periods, as many as there have been, times the periods of a year. */
function yearlyShare(
  { classes, periodsPerYear }: PoolPlan,
  { classShares, lanes }: State,
  reaction: Reaction<Float64Array>,
  t: number,
  k: number,
  lane: number,
): number {
  if (reaction.kind === "none") return 0;
  const first = Math.max(0, t - reaction.lookBack + 1);
  let sum = 0;
  for (let period = first; period <= t; period++)
    sum += classShares[(period * classes.length + k) * lanes.count + lane];
  return (sum / (t - first + 1)) * periodsPerYear;
}
