import type { PoolPlan } from "../plan/plan.ts";
import { tenureWeight } from "../plan/sharing/tenureWeight.ts";
import { payForMembers } from "./bearers.ts";
import { debitDeposits } from "./deposits.ts";
import type { Pool } from "./pool.ts";
import { settled } from "./rounding.ts";
import { periodsSinceJoining, running, type State } from "./state.ts";

/**
 * Phase 7: members pay what they were asked for, from their deposits or by debit. The operator pays for those who are exempt.
 * A part of the debits fails for good, and those members are out after the time of grace; what deposits do not hold
 * is not paid either.
 */
export function collect(plan: PoolPlan, state: State, pool: Pool, t: number): void {
  const { now, lanes, rules } = state;
  const owed = shareOfCell(plan, state, t);
  const exempt = costOfExempt(plan, state, pool, t, owed);
  const taken = rules.funding
    ? debitDeposits(plan, state, pool, (k, c, lane) =>
        plan.exempt[t * plan.cohorts.length + c] ? 0 : owed(k, c, lane),
      )
    : null;
  for (let lane = 0; lane < lanes.count; lane++) {
    const share = now.share[lane];
    const isRunning = state.status[lane] === running;
    if (share !== 0 && isRunning) {
      payForExempt(state, lane, exempt[lane]);
      if (taken) keepToPaid(state, lane, taken[lane]);
      else failDebits(plan, state, t, lane);
    }
    state.shares[t * lanes.count + lane] = share;
    state.shareThisYear[lane] += now.largestShare[lane];
    state.contributionsSoFar[lane] += now.contributions[lane];
    rememberClassShares(plan, state, t, lane);
  }
  rememberPaid(plan, state, t);
}

/** What one member of a class and cohort is asked for. */
type Owed = (k: number, c: number, lane: number) => number;

/** What those are asked for together whose shares the operator pays, by lane. */
function costOfExempt(plan: PoolPlan, state: State, pool: Pool, t: number, owed: Owed): Float64Array {
  const { cohorts, classes, exempt } = plan;
  const { now, lanes, rules } = state;
  const { count } = lanes;
  if (rules.common.sharing.weights.kind === "equal")
    return now.exempt.map((persons, lane) => persons * now.share[lane]);
  const cost = new Float64Array(count);
  const ofPeriod = exempt.subarray(t * cohorts.length, (t + 1) * cohorts.length);
  if (!ofPeriod.includes(1)) return cost;
  const members = pool.cellMembers();
  for (let k = 0; k < classes.length; k++) {
    for (let c = 0; c < cohorts.length; c++) {
      if (!ofPeriod[c]) continue;
      const first = (k * cohorts.length + c) * count;
      for (let lane = 0; lane < count; lane++) cost[lane] += owed(k, c, lane) * members[first + lane];
    }
  }
  return cost;
}

function payForExempt(state: State, lane: number, cost: number): void {
  payForMembers(state, lane, Math.min(state.now.contributions[lane], cost));
}

/** The part of the debits that fails; their members leave after the time of grace. */
function failDebits(plan: PoolPlan, state: State, t: number, lane: number): void {
  const { now, rules, lanes } = state;
  const failing = rules.failing[lane];
  keepToPaid(state, lane, now.contributions[lane] * (1 - failing));
  const out = Math.max(1, rules.common.gracePeriods) + t;
  if (out >= plan.periods.length) return;
  const debited = Math.max(0, now.sharers[lane] - now.exempt[lane]) / now.members[lane];
  const failed = Math.min(1, debited) * failing;
  if (failed > 0) state.debitedIn[out] = t;
  // Two periods' may fall on one where a change shortens the grace.
  const before = state.failed[out * lanes.count + lane];
  state.failed[out * lanes.count + lane] = before + failed * (1 - before);
}

/** What was asked and not paid is borne by the operator or the next period. */
function keepToPaid(state: State, lane: number, paid: number): void {
  const { now, rules, surplus } = state;
  const unpaid = Math.max(0, settled(now.contributions[lane] - paid, now.contributions[lane]));
  if (rules.common.unpaid === "operator") {
    payForMembers(state, lane, unpaid);
    return;
  }
  now.contributions[lane] -= unpaid;
  surplus[lane] -= unpaid;
}

/**
 * What a share of one member of a cell is: none where not a sharer; by tenure more or less than its class on average. Weights
 * by age are those of the class on average.
 */
function shareOfCell(plan: PoolPlan, state: State, t: number): Owed {
  const { cohorts, ages } = plan;
  const { now, lanes, rules } = state;
  const { weights, sharers } = rules.common.sharing;
  return (k, c, lane) => {
    const at = t * cohorts.length + c;
    if (sharers === "covered" && ages.covered[at] === 0) return 0;
    const i = k * lanes.count + lane;
    const perWeight = now.classWeights[i] > 0 ? now.classAsked[i] / now.classWeights[i] : 0;
    if (weights.kind === "tenure")
      return (
        perWeight *
        tenureWeight(weights.weights, periodsSinceJoining(plan, state, t, k, c, lane) / plan.periodsPerYear)
      );
    return now.classSharers[i] > 0 ? now.classAsked[i] / now.classSharers[i] : 0;
  };
}

/** A class without sharers is asked for what the others are on average: it is what its joiners see. */
function rememberClassShares({ classes }: PoolPlan, state: State, t: number, lane: number): void {
  const { now, lanes, classShares } = state;
  const isEqual = state.rules.common.sharing.weights.kind === "equal";
  for (let k = 0; k < classes.length; k++) {
    const i = k * lanes.count + lane;
    const own =
      isEqual || now.classSharers[i] === 0 ? now.share[lane] : now.classAsked[i] / now.classSharers[i];
    classShares[(t * classes.length + k) * lanes.count + lane] = own;
  }
}

/** What one member of each cohort has paid since joining, for refunds. */
function rememberPaid({ cohorts, exempt, ages }: PoolPlan, state: State, t: number): void {
  const { paidSinceJoining, lanes, now, rules } = state;
  if (paidSinceJoining.length === 0) return;
  cohorts.forEach(({ joined }, c) => {
    const at = t * cohorts.length + c;
    const isAsked = rules.common.sharing.sharers === "members" || ages.covered[at] > 0;
    if (joined > t || exempt[at] === 1 || !isAsked) return;
    const { share } = now;
    const first = c * lanes.count;
    for (let lane = 0; lane < share.length; lane++) paidSinceJoining[first + lane] += share[lane];
  });
}
