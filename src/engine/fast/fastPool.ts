import { centralFactors } from "../../plan/centralFactors.ts";
import type { LumpedCells, PoolPlan } from "../../plan/plan.ts";
import type { Pool } from "../pool.ts";
import type { State } from "../state.ts";
import { centralSelects } from "./centralSelects.ts";
import { expose, setClaimRatios } from "./claimRatios.ts";
import { changeClass, dieOrAgeOut, fallIllWaiting, illnessesThatEnd, takeClaimants } from "./exits.ts";
import { newFastCells, type Row } from "./fastCells.ts";
import { leaveAtStart } from "./leaveAtStart.ts";
import { sumExposed, sumLeft } from "./sumCells.ts";

/**
 * Members as expected numbers given the path of the shares; the claims approved are a Poisson total per tier, as the
 * claims of many members who rarely have one nearly are (Le Cam 1960; Barbour & Hall 1984).
 *
 * A period takes each class's cells in a few sweeps: who stays and is exposed to claims, sums over the cells, who leaves, sums over
 * who is left. O(cells (tiers + 6) lanes).
 */
export function newFastPool(plan: PoolPlan, lumped: LumpedCells, state: State): Pool {
  const { classes, cohorts } = plan;
  const { now, classMembers } = state;
  const laneCount = state.lanes.count;
  const cells = newFastCells(plan, lumped, state);
  const { members, moving, arrivals, claims } = cells;
  const centrals = plan.rules.map((rules) => centralFactors(rules, plan.draws));
  const selects = centralSelects(plan, state);
  const illnesses = illnessesThatEnd(plan);
  const refundsWaiting = state.paidSinceJoining.length > 0;

  enterInitialMembers();
  return {
    advance,
    approve: claims.approve,
    cellMembers: () => members,
    moved: () => moving,
    takeOut,
    putIn,
    empty,
  };

  function enterInitialMembers(): void {
    const initial = cohorts.findIndex(({ joined, from }) => from.kind === "joiners" && joined < 0);
    for (let k = 0; initial >= 0 && k < classes.length; k++) {
      for (let lane = 0; lane < laneCount; lane++)
        putIn(lane, k, initial, [state.joinedSoFar[lane] * state.rules.portions[k * laneCount + lane]]);
    }
  }

  function advance(t: number): void {
    claims.clear();
    moving?.persons.fill(0);
    let count = 0;
    while (count < cohorts.length && cohorts[count].joined <= t) count++;
    for (let k = 0; k < classes.length; k++)
      advanceClass({ t, k, count, first: k * cohorts.length * laneCount });
    if (arrivals.length > 0) arrive(t, count);
    for (let k = 0; k < classes.length; k++) countClass(k);
    claims.spread(t);
  }

  function advanceClass(row: Row): void {
    const { stage } = plan.periods[row.t];
    leaveAtStart(cells, row);
    enter(row);
    setClaimRatios(cells, row, centrals[stage]);
    expose(cells, row, selects[stage]);
    sumExposed(cells, row, selects[stage].central);
    if (arrivals.length > 0) changeClass(cells, row);
    takeClaimants(cells, row, illnesses);
    if (refundsWaiting) fallIllWaiting(cells, row);
    dieOrAgeOut(cells, row);
    sumLeft(cells, row);
    claims.report(row.k);
  }

  /** Phase 2: who joins. */
  function enter({ t, k, count, first }: Row): void {
    const { newcomers, entering, rejoiners } = state;
    for (let c = count - 1; c >= 0 && cohorts[c].joined === t; c--) {
      if (cohorts[c].from.kind !== "joiners") continue;
      for (let lane = 0; lane < laneCount; lane++) {
        const i = k * laneCount + lane;
        members[first + c * laneCount + lane] = newcomers[lane] * entering[i] + rejoiners[i];
      }
    }
  }

  function countClass(k: number): void {
    const { members: all, covered, classCovered } = now;
    for (let lane = 0; lane < laneCount; lane++) {
      all[lane] += classMembers[k * laneCount + lane];
      covered[lane] += classCovered[k * laneCount + lane];
    }
  }

  /** Puts those whose claim changed their class into the cells of that class. */
  function arrive(t: number, count: number): void {
    for (let k = 0; k < classes.length; k++) {
      for (let c = 0; c < count; c++) {
        const cell = (k * cohorts.length + c) * laneCount;
        for (let lane = 0; lane < laneCount; lane++) addMembers(lane, k, c, arrivals[cell + lane], t);
        arrivals.fill(0, cell, cell + laneCount);
      }
    }
  }

  function addMembers(lane: number, k: number, c: number, persons: number, t: number): void {
    const at = (t * classes.length + k) * cohorts.length + c;
    const i = k * laneCount + lane;
    putIn(lane, k, c, [persons]);
    if (plan.ages.covered[t * cohorts.length + c] > 0) now.classCovered[i] += persons;
    now.classWeights[i] += persons * lumped.weight[at];
    now.ageSum[lane] += persons * lumped.meanAge[at];
  }

  function takeOut(lane: number, k: number, c: number): Float64Array {
    const cell = (k * cohorts.length + c) * laneCount + lane;
    const persons = Float64Array.of(members[cell]);
    members[cell] = 0;
    classMembers[k * laneCount + lane] -= persons[0];
    return persons;
  }

  function putIn(lane: number, k: number, c: number, persons: ArrayLike<number>): void {
    members[(k * cohorts.length + c) * laneCount + lane] += persons[0];
    classMembers[k * laneCount + lane] += persons[0];
  }

  function empty(lane: number): void {
    for (let i = lane; i < members.length; i += laneCount) members[i] = 0;
    for (let i = lane; i < classMembers.length; i += laneCount) classMembers[i] = 0;
  }
}
