import { hasClaims } from "../../plan/claimProbability.ts";
import type { PoolPlan } from "../../plan/plan.ts";
import { valueIn } from "../lanes.ts";
import type { MovedMembers } from "../pool.ts";
import { running } from "../state.ts";
import { copyNumbers, type FastCells, type Row } from "./fastCells.ts";
import { address } from "./kernel/arena.ts";

/*
 * Phases 3 and 4 of a class, who goes: those whose claim changes their class or ends their membership, who fell ill while waiting, who
 * dies or reaches the age limit.
 */

/** Whose claim changes their class waits in `arrivals` until all classes are through. */
export function changeClass(
  { plan, lumped, state, claims, members, arrivals, ofClass }: FastCells,
  { t, k, count, first }: Row,
): void {
  const { classes, cohorts, tiers } = plan;
  const laneCount = state.lanes.count;
  const { exposed } = ofClass;
  const at = (t * classes.length + k) * cohorts.length;
  tiers.forEach(({ movesToClass }, i) => {
    if (movesToClass === null || movesToClass === k) return;
    const ratio = claims.ratios[i];
    const to = movesToClass * cohorts.length * laneCount;
    for (let c = 0; c < count; c++) {
      const probability = lumped.claim[i][at + c];
      for (let lane = 0; lane < laneCount; lane++) {
        const cell = c * laneCount + lane;
        const changed = Math.min(members[first + cell], exposed[cell] * probability * ratio[lane]);
        members[first + cell] -= changed;
        arrivals[to + cell] += changed;
      }
    }
  });
}

/** The tiers of each illness that ends membership (of each row, in a closed group): they have one level in common. */
export function illnessesThatEnd({ tiers }: PoolPlan): readonly (readonly number[])[] {
  const ending = [...tiers.keys()].filter((i) => tiers[i].endsMembership);
  const nameOf = (i: number) => `${tiers[i].illness}/${tiers[i].classIndex}`;
  return [...new Set(ending.map(nameOf))].map((name) => ending.filter((i) => nameOf(i) === name));
}

/** Those of an illness that ends membership have all its tiers' probabilities together. */
export function takeClaimants(
  { plan, lumped, state, claims, members, ofClass }: FastCells,
  { t, k, count, first }: Row,
  illnesses: readonly (readonly number[])[],
): void {
  const { classes, cohorts, tiers } = plan;
  const { now, lanes } = state;
  const { exposed, rates } = ofClass;
  const at = (t * classes.length + k) * cohorts.length;
  for (const ofIllness of illnesses) {
    if (!hasClaims(tiers[ofIllness[0]], k)) continue;
    rates.fill(0);
    for (const i of ofIllness) for (let c = 0; c < count; c++) rates[c] += lumped.claim[i][at + c];
    lanes.arena.kernel.takeClaimants(
      address(members, first),
      address(exposed),
      count,
      lanes.count,
      address(rates),
      address(claims.ratios[ofIllness[0]]),
      address(now.claimed),
    );
  }
}

/** Illness while waiting, of who did not claim: contributions back, and out for good. */
export function fallIllWaiting(
  { plan, lumped, state, members, ofClass }: FastCells,
  { t, k, count, first }: Row,
): void {
  const { classes, cohorts } = plan;
  const { paidSinceJoining, lanes, now } = state;
  const { waitingIll, refunds } = now;
  const { selectRatios, waitingRatio } = ofClass;
  const laneCount = lanes.count;
  const at = (t * classes.length + k) * cohorts.length;
  for (let c = 0; c < count; c++) {
    const probability = lumped.waitingIllness[at + c];
    if (probability === 0) continue;
    const cell = first + c * laneCount;
    const ratio = selectRatios[c];
    for (let lane = 0; lane < laneCount; lane++) {
      const there = members[cell + lane];
      const ill = there * Math.min(1, ratio[lane] * probability * waitingRatio[lane]);
      members[cell + lane] = there - ill;
      waitingIll[lane] += ill;
      refunds[lane] += ill * paidSinceJoining[c * laneCount + lane];
    }
  }
}

/** Deaths, then age-outs; a part of the latter moves to another pool. */
export function dieOrAgeOut(cells: FastCells, row: Row): void {
  const { plan, lumped, state, members, moving, ofClass } = cells;
  const { now, lanes } = state;
  const { rates: death, otherRates: ageOut } = ofClass;
  const { t, k, count, first } = row;
  const at = (t * plan.classes.length + k) * plan.cohorts.length;
  copyNumbers(lumped.death, at, death, 0, count);
  copyNumbers(lumped.ageOut, at, ageOut, 0, count);
  lanes.arena.kernel.dieOrAgeOut(
    address(members, first),
    count,
    lanes.count,
    address(death),
    address(ageOut),
    address(now.died),
    address(now.agedOut),
    moving ? address(moving.persons, first) : 0,
  );
  if (moving) moveOut(cells, row, moving);
}

function moveOut(
  { plan, state, sums, ofClass: { otherRates: ageOut } }: FastCells,
  { t, count, first }: Row,
  { persons }: MovedMembers,
): void {
  const { movesTo } = plan.ages.tables[plan.periods[t].stage];
  const taker = movesTo && state.others[movesTo.pool];
  const { lanes, now } = state;
  sums.fill(0, 0, lanes.count);
  for (let c = 0; c < count; c++) {
    if (ageOut[c] === 0) continue;
    const cell = first + c * lanes.count;
    for (let lane = 0; lane < lanes.count; lane++) {
      const isTaken = movesTo && taker?.status[lane] === running;
      persons[cell + lane] *= isTaken ? valueIn(movesTo.portion, lanes, lane) : 0;
      sums[lane] += persons[cell + lane];
    }
  }
  for (let lane = 0; lane < lanes.count; lane++) {
    now.agedOut[lane] -= sums[lane];
    now.movedOut[lane] += sums[lane];
  }
}
