import type { Plan } from "../plan/plan.ts";
import { isoDate } from "../scenario/day.ts";
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
 * Checks what must hold in every period of every replication: the books balance, members add up, no share is negative,
 * infinite or above a cap.
 *
 * @param membersBefore members at the end of the last period, by lane
 * @throws BrokenInvariant naming the rule, the period and the replication
 */
export function check(
  plan: Plan,
  state: State,
  t: number,
  membersBefore: Float64Array,
  worst: Imbalance,
): void {
  const { now, surplus, lanes } = state;
  for (let lane = 0; lane < lanes.count; lane++) {
    const paidIn = now.contributions[lane] + now.subsidy[lane] + now.surplusBefore[lane];
    const paidOut = now.aid[lane] + now.fee[lane] + surplus[lane];
    const flow =
      Math.abs(now.surplusBefore[lane]) +
      now.contributions[lane] +
      now.subsidy[lane] +
      now.aid[lane] +
      now.aidCut[lane] +
      now.fee[lane];
    const money = flow === 0 ? 0 : Math.abs(paidIn - paidOut) / flow;
    if (!(money <= tolerance))
      fail(plan, state, t, lane, `the books do not balance: ${paidIn} in, ${paidOut} out`);
    worst.money = Math.max(worst.money, money);

    const { share } = now;
    if (!(share[lane] >= 0 && share[lane] < Number.POSITIVE_INFINITY))
      fail(plan, state, t, lane, `a share of ${share[lane]}`);
    if (t <= state.lastRunning[lane]) checkMembers(plan, state, t, lane, membersBefore[lane], worst);
    if (share[lane] > 0) checkCaps(plan, state, t, lane);
  }
}

function checkMembers(
  plan: Plan,
  state: State,
  t: number,
  lane: number,
  before: number,
  worst: Imbalance,
): void {
  const { now } = state;
  const leavers =
    now.lapsed[lane] + now.defaulted[lane] + now.claimed[lane] + now.died[lane] + now.agedOut[lane];
  const expected = before + now.joiners[lane] - leavers;
  const members = Math.abs(expected - now.members[lane]) / Math.max(1, before + now.joiners[lane]);
  if (!(members <= tolerance)) {
    fail(plan, state, t, lane, `members do not add up: ${expected} expected, ${now.members[lane]} counted`);
  }
  worst.members = Math.max(worst.members, members);
}

function checkCaps(plan: Plan, state: State, t: number, lane: number): void {
  const { now, rules, shareThisYear } = state;
  const share = now.share[lane];
  const perCase = rules.capPerCase[lane];
  const within =
    share <= rules.capPerPeriod[lane] * (1 + tolerance) &&
    (perCase === Number.POSITIVE_INFINITY ||
      share <= (perCase * now.cases[lane] + rules.feePerHead[lane]) * (1 + tolerance)) &&
    (shareThisYear[lane] <= rules.capPerYear[lane] * (1 + tolerance) || share === 0);
  if (!within) fail(plan, state, t, lane, `a share of ${share} is above a cap`);
}

function fail(plan: Plan, { lanes }: State, t: number, lane: number, what: string): never {
  const date = isoDate(plan.periods[t].date);
  throw new BrokenInvariant(`${what} (period ${t + 1}, settled ${date}, replication ${lanes.first + lane})`);
}
