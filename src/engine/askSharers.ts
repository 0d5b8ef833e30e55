import type { PoolPlan } from "../plan/plan.ts";
import { allocate } from "../plan/sharing/allocate.ts";
import { capOf, sharedAid } from "./costs.ts";
import { roundDown, roundUp, times } from "./rounding.ts";
import type { State } from "./state.ts";

/** Each class is asked for its weight's part of the cost, nobody for more than a cap. */
export function askByWeight(plan: PoolPlan, state: State, lane: number, cost: number): void {
  const { now, rules, lanes } = state;
  const { roundUpTo, weights } = rules.common.sharing;
  let all = 0;
  for (let k = 0; k < plan.classes.length; k++) all += now.classWeights[k * lanes.count + lane];
  const isEqual = weights.kind === "equal";
  const divisor = isEqual ? now.sharers[lane] : all;
  const asked = cost <= 0 || divisor === 0 ? 0 : roundUp(cost / divisor, roundUpTo);
  const largest = largestWeight(state);
  const cap = capOf(state, lane) / largest;
  const perWeight = asked <= cap ? asked : roundDown(cap, roundUpTo);
  for (let k = 0; k < plan.classes.length; k++) {
    const i = k * lanes.count + lane;
    now.classAsked[i] = perWeight * now.classWeights[i];
  }
  now.contributions[lane] = times(perWeight, divisor, roundUpTo);
  now.share[lane] = isEqual ? perWeight : now.contributions[lane] / now.sharers[lane];
  now.largestShare[lane] = perWeight * largest;
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
