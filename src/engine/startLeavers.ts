import type { PoolPlan } from "../plan/plan.ts";
import { failedPart, type State } from "./state.ts";

/**
 * Phase 2 of the fast engine, who leaves a class: first those whose debit failed or whose deposit is used up, then who wants to; booked
 * where they are counted. Of all cohorts alike: the part that stays, by lane, goes into `stays`.
 */
export function leaveAlike(
  { now, failed, lapse, classMembers, lanes }: State,
  t: number,
  k: number,
  stays: Float64Array,
): void {
  const { defaulted, lapsed, leftByClass } = now;
  const { count } = lanes;
  for (let lane = 0; lane < count; lane++) {
    const i = k * count + lane;
    const paying = 1 - failed[t * count + lane];
    const out = classMembers[i] * failed[t * count + lane];
    const leaving = classMembers[i] * paying * lapse[i];
    defaulted[lane] += out;
    lapsed[lane] += leaving;
    leftByClass[i] += out + leaving;
    stays[lane] = paying * (1 - lapse[i]);
  }
}

/** Where some members' deposits are used up, or the debit that failed was before others joined: cohorts differ. */
export function leavesByCohort({ deposits, debitedIn }: State, t: number): boolean {
  return deposits !== null || debitedIn[t] < t - 1;
}

/** The same of one cohort of a class, whose cell begins at `first`. */
export function leaveCohort(
  { cohorts }: PoolPlan,
  state: State,
  t: number,
  k: number,
  c: number,
  cells: Float64Array,
  first: number,
): void {
  const { now, lapse, deposits, lanes } = state;
  const { joined } = cohorts[c];
  for (let lane = 0; lane < lanes.count; lane++) {
    const i = k * lanes.count + lane;
    const n = cells[first + lane];
    const drained = deposits?.drained[first + lane] ?? 0;
    const defaulted = n * (1 - (1 - failedPart(state, t, joined, lane)) * (1 - drained));
    const lapsed = (n - defaulted) * lapse[i];
    now.defaulted[lane] += defaulted;
    now.lapsed[lane] += lapsed;
    now.leftByClass[i] += defaulted + lapsed;
    cells[first + lane] = n - defaulted - lapsed;
  }
}
