import type { PoolPlan } from "../plan/plan.ts";
import type { Reaction } from "../scenario/reaction.ts";
import { joiningFactor, lapsePerYear, timesAsLikely } from "./lapsePerYear.ts";
import type { State } from "./state.ts";

/**
 * Phase 8: what each class was lately asked for decides how many of it leave at the start of the next period, and how many are kept
 * from joining.
 */
export function react(plan: PoolPlan, state: State, t: number): void {
  const { rules, recentShare, aidPerYear } = state;
  for (let k = 0; k < plan.classes.length; k++) {
    const { reaction, joins } = rules.classes[k];
    setAidPerYear(plan, state, k, aidPerYear);
    setRecentShare(plan, state, reaction, t, k, recentShare);
    setLapse(plan, state, t, k);
    setRecentShare(plan, state, joins, t, k, recentShare);
    setAttraction(state, k, joins);
  }
  if (!plan.behaviour.classesLeaveApart) alike(plan, state, state.lapse, state.classMembers);
  if (!plan.behaviour.classesJoinApart) alike(plan, state, state.attraction, rules.portions);
}

/** What each class does becomes what all of them do on average. `weights`: by class. */
function alike({ classes }: PoolPlan, { lanes }: State, of: Float64Array, weights: Float64Array): void {
  for (let lane = 0; lane < lanes.count; lane++) {
    let all = 0;
    let sum = 0;
    for (let i = lane; i < classes.length * lanes.count; i += lanes.count) {
      all += weights[i];
      sum += weights[i] * of[i];
    }
    for (let i = lane; all > 0 && i < classes.length * lanes.count; i += lanes.count) of[i] = sum / all;
  }
}

function setLapse(
  { periods, periodsPerYear }: PoolPlan,
  { rules, lapse, selection, shocks, lanes, recentShare, aidPerYear }: State,
  t: number,
  k: number,
): void {
  const { reaction, lapse: base } = rules.classes[k];
  const next = Math.min(t + 1, periods.length - 1) * lanes.count;
  const ofClass = k * lanes.count;
  const { lapse: byEvents } = shocks;
  // Most lanes have the same base lapse.
  let [years, likely, atBase] = [Number.NaN, Number.NaN, 0];
  for (let lane = 0; lane < lanes.count; lane++) {
    const yearly = lapsePerYear(reaction, lane, base[lane], recentShare[lane], aidPerYear[lane]);
    const time = byEvents[next + lane] / periodsPerYear;
    if (time !== years || base[lane] !== likely) atBase = timesAsLikely(base[lane], time);
    [years, likely] = [time, base[lane]];
    selection.baseLapse[ofClass + lane] = atBase;
    lapse[ofClass + lane] = yearly === base[lane] ? atBase : timesAsLikely(yearly, time);
  }
}

function setAttraction(
  { attraction, lanes, recentShare, aidPerYear }: State,
  k: number,
  joins: Reaction<Float64Array>,
): void {
  const ofClass = k * lanes.count;
  if (joins.kind === "none") {
    attraction.fill(1, ofClass, ofClass + lanes.count);
    return;
  }
  for (let lane = 0; lane < lanes.count; lane++)
    attraction[ofClass + lane] = joiningFactor(joins, lane, recentShare[lane], aidPerYear[lane]);
}

/**
 * The aid that a covered member of a class may expect to receive in a year, refusals taken off. While nobody is
 * covered it is not known, and no share is too high for it: Infinity.
 */
function setAidPerYear(
  { periodsPerYear }: PoolPlan,
  { now, rules, lanes }: State,
  k: number,
  into: Float64Array,
): void {
  const { exposure, expectedAid } = now;
  const { denied, granted } = rules;
  const ofClass = k * lanes.count;
  for (let lane = 0; lane < lanes.count; lane++) {
    const i = ofClass + lane;
    // Approved at once, or by a jury.
    const approved = 1 - denied[lane] * (1 - (granted === null ? 0 : granted[lane]));
    into[lane] =
      exposure[i] === 0
        ? Number.POSITIVE_INFINITY
        : (expectedAid[i] / exposure[i]) * approved * periodsPerYear;
  }
}

/** Mean share of a class in the last periods, as many as there have been, times the periods of a year. */
function setRecentShare(
  { classes, periodsPerYear }: PoolPlan,
  { classShares, lanes }: State,
  reaction: Reaction<Float64Array>,
  t: number,
  k: number,
  into: Float64Array,
): void {
  into.fill(0);
  if (reaction.kind === "none") return;
  const first = Math.max(0, t - reaction.lookBack + 1);
  for (let period = first; period <= t; period++) {
    const from = (period * classes.length + k) * lanes.count;
    for (let lane = 0; lane < lanes.count; lane++) into[lane] += classShares[from + lane];
  }
  const periods = t - first + 1;
  for (let lane = 0; lane < lanes.count; lane++) into[lane] = (into[lane] / periods) * periodsPerYear;
}
