import type { PoolPlan } from "../plan/plan.ts";
import { allocate } from "../plan/sharing/allocate.ts";
import { capOf, sharedAid } from "./costs.ts";
import { roundDown, roundUp, times } from "./rounding.ts";
import type { State } from "./state.ts";

/** Each sharer is asked for the same, or each class for its weight's part of the cost; nobody for more than a cap. */
export function askByWeight(plan: PoolPlan, state: State, lane: number, cost: number): void {
  if (state.rules.common.sharing.weights.kind === "equal") askEqually(plan, state, lane, cost);
  else askClasses(plan, state, lane, cost);
}

function askEqually({ classes }: PoolPlan, state: State, lane: number, cost: number): void {
  const { now, rules, lanes } = state;
  const { roundUpTo } = rules.common.sharing;
  const asked = cost <= 0 ? 0 : roundUp(cost / now.sharers[lane], roundUpTo);
  const cap = capOf(state, lane);
  const share = asked <= cap ? asked : roundDown(cap, roundUpTo);
  for (let k = 0; k < classes.length; k++) {
    const i = k * lanes.count + lane;
    now.classAsked[i] = share * now.classSharers[i];
  }
  now.contributions[lane] = times(share, now.sharers[lane], roundUpTo);
  now.share[lane] = share;
  now.largestShare[lane] = share;
}

/** What one of a class is asked for on average is rounded up, or down where a cap would be passed. */
function askClasses(plan: PoolPlan, state: State, lane: number, cost: number): void {
  const { now, lanes } = state;
  let all = 0;
  for (let k = 0; k < plan.classes.length; k++) all += now.classWeights[k * lanes.count + lane];
  const largest = largestWeight(state);
  const cap = capOf(state, lane);
  const perWeight = cost <= 0 || all === 0 ? 0 : cost / all;
  const asked = roundClasses(plan, state, lane, perWeight, roundUp) * largest;
  if (asked > cap * (1 + 1e-12))
    roundClasses(plan, state, lane, Math.min(perWeight, cap / largest), roundDown);
}

/** Asks each class, rounded as given, and returns the most that one weight is asked for. */
function roundClasses(
  { classes }: PoolPlan,
  state: State,
  lane: number,
  perWeight: number,
  round: (amount: number, unit: number) => number,
): number {
  const { now, rules, lanes } = state;
  const { roundUpTo } = rules.common.sharing;
  let most = 0;
  now.contributions[lane] = 0;
  for (let k = 0; k < classes.length; k++) {
    const i = k * lanes.count + lane;
    const sharers = now.classSharers[i];
    const weight = now.classWeights[i];
    const each = sharers > 0 ? round((perWeight * weight) / sharers, roundUpTo) : 0;
    now.classAsked[i] = times(each, sharers, roundUpTo);
    now.contributions[lane] += now.classAsked[i];
    if (weight > 0) most = Math.max(most, now.classAsked[i] / weight);
  }
  now.share[lane] = now.contributions[lane] / now.sharers[lane];
  now.largestShare[lane] = most * largestWeight(state);
  return most;
}

function largestWeight({ rules }: State): number {
  const { weights } = rules.common.sharing;
  if (weights.kind !== "class" && weights.kind !== "tenure" && weights.kind !== "age") return 1;
  return Math.max(...weights.weights) || 1;
}

/** The rows of a closed group bear their parts of the aid; fee and carried surplus go with them. */
export function askRows({ classes }: PoolPlan, state: State, lane: number, cost: number): void {
  const { now, rules, lanes } = state;
  const { weights, roundUpTo } = rules.common.sharing;
  const losses = Float64Array.from(now.aidByTier, (of) => of[lane]);
  const parts = new Float64Array(losses.length);
  const aid = sharedAid(state, lane);
  if (weights.kind === "group" && aid > 0) allocate(weights.rule, losses, parts);
  for (let k = 0; k < classes.length; k++) {
    const i = k * lanes.count + lane;
    const sharers = now.classSharers[i];
    const part = aid > 0 ? (parts[k] / aid) * cost : (cost * sharers) / now.sharers[lane];
    const each = sharers > 0 ? part / sharers : 0;
    now.classAsked[i] = (each > 0 ? roundUp(each, roundUpTo) : each) * sharers;
    now.contributions[lane] += now.classAsked[i];
  }
  // A row may be owed something, the group as a whole is not.
  if (now.contributions[lane] < 0) askNobody(classes.length, state, lane);
  now.share[lane] = now.contributions[lane] / now.sharers[lane];
}

function askNobody(classes: number, { now, lanes }: State, lane: number): void {
  for (let k = 0; k < classes; k++) now.classAsked[k * lanes.count + lane] = 0;
  now.contributions[lane] = 0;
}
