import type { PoolPlan } from "../plan/plan.ts";
import type { SelectionLane } from "./selection.ts";
import type { State } from "./state.ts";

/**
 * Who stays: the mean relative risk of members, leavers and joiners in this period, and what leaving and joining do to that of the
 * members. Who leaves and joins is taken as expected, given the shares so far; what chance, claims, deaths, age limits and other
 * pools do is the rest of the change. Where nobody is, a mean is 1. After members have advanced, and before they react to this share.
 *
 * By Price's equation (1970, Nature 227:520; so de Jong & Ferris 2006, ASTIN Bulletin 36:2, of spirals) leaving changes the mean
 * risk by cov(w, r) / mean(w), w the part of each class that stays, r its risk. Joining is the same with w = 1 + joiners / stayers,
 * which comes to j / (s + j) times how the joiners' mean differs from the stayers'.
 *
 * O(classes lanes).
 */
export function followSelection(plan: PoolPlan, state: State, t: number): void {
  if (plan.classes.length < 2) return;
  const { lane: of, now } = state.selection;
  for (let lane = 0; lane < state.lanes.count; lane++) {
    gatherLane(plan, state, t, lane);
    const { risks, before, stays, joiners, after } = of;
    const leaving = priceTerm(before, stays, risks);
    const stayers = weighted(before, stays);
    const joining = sum(joiners);
    const share = joining > 0 ? joining / (stayers + joining) : 0;
    now.riskOfMembers[lane] = meanRisk(after, risks);
    now.riskOfLeavers[lane] = riskOfLeavers(of);
    now.riskOfJoiners[lane] = meanRisk(joiners, risks);
    now.selectionByLeaving[lane] = leaving;
    now.selectionByJoining[lane] = share * (now.riskOfJoiners[lane] - meanRisk(before, risks) - leaving);
    now.multipleOfStayers[lane] = multipleOfStayers(state, t, lane);
  }
}

function gatherLane(
  { classes, closedGroup, periods }: PoolPlan,
  state: State,
  t: number,
  lane: number,
): void {
  const { selection, rules, stages, lanes, lapse, classMembers, newcomers, entering, rejoiners } = state;
  const { risks, before, stays, joiners, after } = selection.lane;
  const { portions } = stages[periods[0].stage];
  let atStart = 0;
  for (let k = 0; k < classes.length; k++) {
    const i = k * lanes.count + lane;
    // Rows of a closed group differ by their amounts too.
    risks[k] = rules.risks[k][lane] * (closedGroup ? state.amounts[k][lane] : 1);
    atStart += portions[i] * risks[k];
    before[k] = selection.before[i];
    stays[k] = debited(state, t, lane) * (1 - drained(state, i)) * (1 - lapse[i]);
    joiners[k] = newcomers[lane] * entering[i] + rejoiners[i];
    after[k] = classMembers[i];
  }
  for (let k = 0; k < classes.length; k++) risks[k] = atStart > 0 ? risks[k] / atStart : 1;
}

/** The part whose debit does not fail: the same in all classes. */
function debited({ failed, lanes }: State, t: number, lane: number): number {
  return 1 - failed[t * lanes.count + lane];
}

/** The part of a class whose deposit is used up. */
function drained({ deposits }: State, i: number): number {
  return deposits?.drainedOfClass[i] ?? 0;
}

/**
 * cov(w, r) / mean(w), over persons: by how much the mean of `risks` differs between those who stay and all. Exactly 0 where all
 * classes stay alike; 0 where nobody stays.
 *
 * @example priceTerm([1, 1], [0.5, 1], [1, 2]) // 1 / 6: the mean goes from 1.5 to 2.5 / 1.5
 */
export function priceTerm(persons: Float64Array, stays: Float64Array, risks: Float64Array): number {
  const stayers = weighted(persons, stays);
  if (stayers <= 0) return 0;
  const mean = meanRisk(persons, risks);
  // Any class will do to measure from; of one that has members, equal parts make exactly 0.
  const same = stays[persons.findIndex((there) => there > 0)];
  let covariance = 0;
  for (let k = 0; k < persons.length; k++) covariance += persons[k] * (stays[k] - same) * (risks[k] - mean);
  return covariance / stayers;
}

function riskOfLeavers({ before, stays, risks }: SelectionLane): number {
  let all = 0;
  let atRisk = 0;
  for (let k = 0; k < before.length; k++) {
    const leavers = before[k] * (1 - stays[k]);
    all += leavers;
    atRisk += leavers * risks[k];
  }
  return all > 0 ? atRisk / all : 1;
}

/**
 * The multiple of Dukes & MacDonald (1980, Pricing a select and ultimate annual renewable term product), cumulative: the mean risk
 * R_stay of the members over R_before, what it were had the same cohorts had their base lapse only (and topped up their deposits). Of N members, and G who left
 * beyond base lapse and would still be here, with w = G / (N + G) the total risk is conserved,
 *
 *   (1 - w) R_stay + w R_leave = R_before.
 *
 * (Where of those G a part E has the lowest risk s and the others leave at random, R_leave = E s + (1 - E) R_stay: so E, their
 * effectiveness, is (R_stay - R_leave) / (R_stay - s).) Of G claims, deaths, age limits and other pools take the part that they take
 * of the members; who comes back counts as a member again. Exactly 1 where nobody left beyond base lapse.
 */
function multipleOfStayers(state: State, t: number, lane: number): number {
  const { selection, lanes, lapse, former, rejoiners, otherLeavers, now } = state;
  const { baseLapse, drivenAway } = selection;
  const { risks, before, after } = selection.lane;
  const paying = debited(state, t, lane);
  let all = 0;
  let atRisk = 0;
  for (let k = 0; k < risks.length; k++) {
    const i = k * lanes.count + lane;
    const formerBefore = former[i] - now.leftByClass[i];
    const notBack = rejoiners[i] > 0 ? formerBefore / (formerBefore + rejoiners[i]) : 1;
    const atBase = 1 - baseLapse[i];
    const driven = before[k] * (atBase - (1 - drained(state, i)) * (1 - lapse[i]));
    drivenAway[i] = (drivenAway[i] * notBack * atBase + driven) * paying * (1 - otherLeavers[lane]);
    all += after[k] + drivenAway[i];
    atRisk += (after[k] + drivenAway[i]) * risks[k];
  }
  const stayers = meanRisk(after, risks);
  return sum(after) > 0 && atRisk > 0 ? stayers / (atRisk / all) : 1;
}

/** Of so many persons of each class; 1 of none. */
function meanRisk(persons: Float64Array, risks: Float64Array): number {
  const all = sum(persons);
  return all > 0 ? weighted(persons, risks) / all : 1;
}

function weighted(persons: Float64Array, numbers: Float64Array): number {
  let total = 0;
  for (let k = 0; k < persons.length; k++) total += persons[k] * numbers[k];
  return total;
}

function sum(persons: Float64Array): number {
  let total = 0;
  for (let k = 0; k < persons.length; k++) total += persons[k];
  return total;
}
