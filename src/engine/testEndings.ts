import { type EndingCause, endingCauses } from "../plan/metrics.ts";
import type { PoolPlan } from "../plan/plan.ts";
import { handOnDeposits, returnDeposits } from "./deposits.ts";
import type { PoolRun } from "./passOn.ts";
import type { Pool } from "./pool.ts";
import { over, running, runOff, type State } from "./state.ts";

/** Phase 9: tests whether the pool starts or ends with this period, and lets run-offs end that are due. */
export function testEndings(plan: PoolPlan, state: State, pool: Pool, t: number): void {
  const { status, lanes } = state;
  const last = plan.periods.findLastIndex(({ beyond }) => !beyond);
  for (let lane = 0; lane < lanes.count; lane++) {
    noteResult(plan, state, t, lane);
    if (status[lane] === running) {
      start(state, lane);
      const cause = causeOfEnding(plan, state, t, lane);
      if (cause !== "none") end({ plan, state, pool }, t, lane, cause);
      else if (t === last) leaveRunning(state, pool, t, lane);
    } else if (status[lane] === runOff) noteRunOff(state, t, lane);
  }
}

/** The calendar ends here, not the pool: nothing of it is simulated any further. */
function leaveRunning({ status, lastRunning }: State, pool: Pool, t: number, lane: number): void {
  status[lane] = over;
  lastRunning[lane] = t;
  pool.empty(lane);
}

/** What the operator earned in the period less what it spent. */
function noteResult({ periodsPerYear }: PoolPlan, state: State, t: number, lane: number): void {
  const { now, rules, lanes, deposits } = state;
  state.subsidySoFar[lane] += now.subsidy[lane];
  const credited = deposits?.now.credited[lane] ?? 0;
  const { operator } = rules.ending;
  const costs = operator
    ? operator.costsPerYear[lane] + operator.costsPerMember[lane] * now.members[lane]
    : 0;
  state.operatorResult[t * lanes.count + lane] =
    now.fee[lane] - now.subsidy[lane] - credited - costs / periodsPerYear;
}

/** With enough members there is cover, from the next period on. */
function start({ started, now, rules }: State, lane: number): void {
  if (now.members[lane] >= rules.ending.startMembers[lane]) started[lane] = 1;
}

function causeOfEnding(plan: PoolPlan, state: State, t: number, lane: number): EndingCause {
  const { now, rules } = state;
  const { ending, sharing } = rules.common;
  const members = now.members[lane];
  const before = state.peakMembers[lane];
  state.peakMembers[lane] = Math.max(before, members);
  if (plan.closings[t].closes) return "closing";
  if (!state.started[lane] && t + 1 >= ending.startWithinPeriods) return "notStarted";
  const someone = plan.engine.kind === "exact" ? 1 : 0.5;
  if (before >= someone && members < someone) return "noMembers";
  if (belowMinimum(state, lane, members)) return "minimumMembers";
  if (aboveCeiling(state, lane)) return "shareCeiling";
  if (sharing.beyondBudget === "end" && isBudgetSpent(state, lane)) return "subsidyBudget";
  if (operatorGivesUp(state, t, lane)) return "operator";
  state.hazardSoFar[lane] -= Math.log1p(-Math.min(1, rules.ending.hazard[lane])) / plan.periodsPerYear;
  return state.hazardSoFar[lane] >= state.closingThreshold[lane] ? "hazard" : "none";
}

/** Membership has been below the minimum for longer than the time of grace, having reached it before. */
function belowMinimum({ rules, peakMembers, belowMinimum }: State, lane: number, members: number): boolean {
  const minimum = rules.ending.minimumMembers[lane];
  const below = peakMembers[lane] >= minimum && members < minimum;
  belowMinimum[lane] = below ? belowMinimum[lane] + 1 : 0;
  return belowMinimum[lane] > rules.common.ending.minimumGracePeriods;
}

function aboveCeiling({ rules, now, aboveCeiling }: State, lane: number): boolean {
  const above = now.share[lane] > rules.ending.shareCeiling[lane];
  aboveCeiling[lane] = above ? aboveCeiling[lane] + 1 : 0;
  return aboveCeiling[lane] >= rules.common.ending.shareCeilingPeriods;
}

function isBudgetSpent({ rules, subsidySoFar }: State, lane: number): boolean {
  return subsidySoFar[lane] >= rules.sharing.subsidyBudget[lane] * (1 - 1e-12);
}

/** Its result over the time of its patience adds up to a loss it does not bear. */
function operatorGivesUp({ rules, operatorResult, lanes }: State, t: number, lane: number): boolean {
  const { operator } = rules.common.ending;
  const losses = rules.ending.operator;
  if (!operator || !losses || t + 1 < operator.patiencePeriods) return false;
  let result = 0;
  for (let period = t - operator.patiencePeriods + 1; period <= t; period++)
    result += operatorResult[period * lanes.count + lane];
  return result < -losses.mostLoss[lane];
}

function end({ plan, state, pool }: PoolRun, t: number, lane: number, cause: EndingCause): void {
  const { runOffPeriods, runOffPaidBy, runOffAtOnce } = state.rules.common.ending;
  const { now, deposits, atEnd } = state;
  state.status[lane] = runOffPeriods > 0 ? runOff : over;
  state.runOffUntil[lane] = t + runOffPeriods;
  state.ending[lane] = endingCauses.indexOf(cause);
  state.lastRunning[lane] = t;
  state.membersAtClosing[lane] = now.members[lane];
  atEnd.members[lane] = now.members[lane];
  atEnd.deposits[lane] = deposits?.held[lane] ?? 0;
  refundContributions(state, lane);
  const settlesFromDeposits = state.status[lane] === runOff && runOffPaidBy === "members";
  if (goesOn(state, lane)) handOnDeposits(state, lane);
  else if (!settlesFromDeposits) giveBackDeposits(state, lane);
  if (!goesOn(state, lane)) pool.empty(lane);
  if (runOffAtOnce) settleAtOnce(plan, state, t, lane);
}

/** Whether the members go on in another pool, which takes them over before the next period. */
function goesOn({ rules, others }: State, lane: number): boolean {
  const { membersMoveTo } = rules.common.ending;
  return membersMoveTo !== null && others[membersMoveTo]?.status[lane] === running;
}

/** The operator gives back a part of all that was ever paid, as far as its budget goes. */
function refundContributions(
  { now, rules, contributionsSoFar, subsidySoFar, atEnd }: State,
  lane: number,
): void {
  const left = Math.max(0, rules.sharing.subsidyBudget[lane] - subsidySoFar[lane]);
  const refund = Math.min(left, rules.ending.refund[lane] * contributionsSoFar[lane]);
  for (const of of [now.refunds, now.subsidy, subsidySoFar, atEnd.refunds, atEnd.subsidy]) of[lane] += refund;
}

function giveBackDeposits(state: State, lane: number): void {
  const { deposits, atEnd } = state;
  if (!deposits) return;
  const { returned, lost } = deposits.now;
  const before = [returned[lane], lost[lane]];
  returnDeposits(state, lane);
  atEnd.depositsReturned[lane] += returned[lane] - before[0];
  atEnd.depositsLost[lane] += lost[lane] - before[1];
}

/** Claims that will be approved within the run-off all wait for its last settlement. */
function settleAtOnce(plan: PoolPlan, state: State, t: number, lane: number): void {
  const last = Math.min(state.runOffUntil[lane], plan.periods.length - 1);
  for (const of of [...state.due, ...state.granted]) {
    for (let period = t + 1; period < last; period++) {
      of[last * state.lanes.count + lane] += of[period * state.lanes.count + lane];
      of[period * state.lanes.count + lane] = 0;
    }
  }
}

/** Adds a period of the run-off to what the ending costs, and ends it when it is due. */
function noteRunOff(state: State, t: number, lane: number): void {
  const { now, atEnd, status } = state;
  atEnd.cost[lane] += now.aid[lane] + now.aidCut[lane] + now.fee[lane];
  for (const metric of ["cases", "subsidy", "aid", "aidCut"] as const)
    atEnd[metric][lane] += now[metric][lane];
  if (t < state.runOffUntil[lane]) return;
  status[lane] = over;
  giveBackDeposits(state, lane);
}
