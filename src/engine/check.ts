import type { PoolPlan } from "../plan/plan.ts";
import { isoDate } from "../scenario/day.ts";
import { sharedCases } from "./costs.ts";
import type { State } from "./state.ts";

/** Relative imbalance beyond which a run fails. */
const tolerance = 1e-9;

/** A rule that must always hold was broken: a bug of fentan, never the user's mistake. */
export class BrokenInvariant extends Error {
  override readonly name = "BrokenInvariant";
}

/** Largest relative imbalances met so far. */
export interface Imbalance {
  money: number;
  members: number;
}

/**
 * Checks what must hold in every period of every replication: the books and the deposits balance, members add up, no share is
 * negative, infinite or above a cap.
 *
 * @param membersBefore members at the end of the last period, by lane
 * @throws BrokenInvariant naming the rule, the period and the replication
 */
export function check(
  plan: PoolPlan,
  state: State,
  t: number,
  membersBefore: Float64Array,
  worst: Imbalance,
): void {
  const { now, lanes } = state;
  const fail: Fail = (lane, what) => failed(plan, state, t, lane, what);
  for (let lane = 0; lane < lanes.count; lane++) {
    worst.money = Math.max(
      worst.money,
      imbalanceOfBooks(state, lane, fail),
      imbalanceOfDeposits(state, lane, fail),
    );
    const share = now.share[lane];
    if (!(share >= 0 && share < Number.POSITIVE_INFINITY)) fail(lane, `a share of ${share}`);
    if (t <= state.lastRunning[lane])
      worst.members = Math.max(worst.members, imbalanceOfMembers(state, lane, membersBefore[lane], fail));
    if (share > 0) checkCaps(state, lane, fail);
  }
}

type Fail = (lane: number, what: string) => never;

function imbalanceOfBooks({ now, surplus }: State, lane: number, fail: Fail): number {
  const paidIn = now.contributions[lane] + now.subsidy[lane] + now.surplusBefore[lane];
  const paidOut = now.aid[lane] + now.fee[lane] + now.refunds[lane] + surplus[lane];
  const flow =
    Math.abs(now.surplusBefore[lane]) +
    now.contributions[lane] +
    now.subsidy[lane] +
    now.aid[lane] +
    now.aidCut[lane] +
    now.fee[lane] +
    now.refunds[lane];
  return balanced(paidIn, paidOut, flow, "the books", lane, fail);
}

function imbalanceOfDeposits({ deposits }: State, lane: number, fail: Fail): number {
  if (!deposits) return 0;
  const { now, held } = deposits;
  const paidIn = now.heldBefore[lane] + now.paid[lane] + now.credited[lane] + now.movedIn[lane];
  const paidOut = now.used[lane] + now.returned[lane] + now.lost[lane] + now.movedOut[lane] + held[lane];
  if (!(held[lane] >= 0)) fail(lane, `deposits of ${held[lane]}`);
  return balanced(paidIn, paidOut, paidIn, "the deposits", lane, fail);
}

function balanced(
  paidIn: number,
  paidOut: number,
  flow: number,
  what: string,
  lane: number,
  fail: Fail,
): number {
  const imbalance = flow === 0 ? 0 : Math.abs(paidIn - paidOut) / flow;
  if (!(imbalance <= tolerance)) fail(lane, `${what} do not balance: ${paidIn} in, ${paidOut} out`);
  return imbalance;
}

function imbalanceOfMembers({ now }: State, lane: number, before: number, fail: Fail): number {
  const leavers =
    now.lapsed[lane] +
    now.defaulted[lane] +
    now.claimed[lane] +
    now.waitingIll[lane] +
    now.died[lane] +
    now.agedOut[lane] +
    now.movedOut[lane];
  const came = before + now.joiners[lane] + now.movedIn[lane];
  const imbalance = Math.abs(came - leavers - now.members[lane]) / Math.max(1, came);
  if (!(imbalance <= tolerance))
    fail(lane, `members do not add up: ${came - leavers} expected, ${now.members[lane]} counted`);
  return imbalance;
}

function checkCaps({ now, rules, shareThisYear }: State, lane: number, fail: Fail): void {
  const share = Math.max(now.share[lane], now.largestShare[lane]);
  const { capPerCase, capPerPeriod, capPerYear, feePerHead } = rules.sharing;
  const perCase = capPerCase[lane];
  const within =
    share <= capPerPeriod[lane] * (1 + tolerance) &&
    (perCase === Number.POSITIVE_INFINITY ||
      share <= (perCase * sharedCases(now, lane) + feePerHead[lane]) * (1 + tolerance)) &&
    (shareThisYear[lane] <= capPerYear[lane] * (1 + tolerance) || share === 0);
  if (!within) fail(lane, `a share of ${share} is above a cap`);
}

function failed({ name, periods }: PoolPlan, { lanes }: State, t: number, lane: number, what: string): never {
  const pool = name === "" ? "" : `pool ${name}, `;
  const where = `${pool}period ${t + 1}, settled ${isoDate(periods[t].date)}, replication ${lanes.first + lane}`;
  throw new BrokenInvariant(`${what} (${where})`);
}
