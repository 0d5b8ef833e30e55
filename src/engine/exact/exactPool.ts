import type { EntryRisks } from "../../plan/entryRisks.ts";
import type { PoolPlan } from "../../plan/plan.ts";
import { valueIn } from "../lanes.ts";
import { drawBinomial } from "../multinomial.ts";
import type { MovedMembers, Pool } from "../pool.ts";
import { over, periodsSinceJoining, running, type State, selectAfter } from "../state.ts";
import { addUp, countPersons, dropEmpty, type Stretch, stretchFrom } from "./cellList.ts";
import { streamOf, sweep } from "./clock.ts";
import { newExactClaims } from "./exactClaims.ts";
import { newExactClocks, turnAllTo } from "./exactClocks.ts";
import { type CohortRow, newExactIllness } from "./exactIllness.ts";
import { newExactJoiners } from "./exactJoiners.ts";
import { leaveAtStart } from "./exactLeavers.ts";
import { newExactMembers } from "./exactMembers.ts";

/**
 * Members counted one by one in cells of class, cohort, age at joining and sex; who leaves, claims, dies or is approved
 * is a binomial number. The reference for the fast engine, and the engine of small pools.
 *
 * A period takes O(lanes (cells with members) tiers), and a random number for each event (see `Clock`).
 *
 * @param risksOf as `entryRisksOf` gives it: the same for all copies of a pool
 */
export function newExactPool(
  plan: PoolPlan,
  state: State,
  risksOf: (t: number, c: number) => EntryRisks,
): Pool {
  const { classes, cohorts } = plan;
  const { entries } = plan.ages;
  const { lanes, now, classMembers } = state;
  const laneCount = lanes.count;
  const clocks = newExactClocks(state);
  const members = newExactMembers(plan, state);
  const joiners = newExactJoiners(plan, state, members, clocks);
  const illness = newExactIllness(plan, state, clocks);
  const claims = newExactClaims(plan, state, clocks);
  const moving = newMovedMembers(plan, laneCount);
  // The cohort being advanced.
  let row: CohortRow;

  joiners.enterInitialMembers();
  const { byCohort, takeOut, putIn, empty } = members;
  return {
    advance,
    approve: claims.approve,
    cellMembers: byCohort,
    moved: () => moving,
    takeOut,
    putIn,
    empty,
  };

  function advance(t: number): void {
    moving?.persons.fill(0);
    moving?.men?.fill(0);
    illness.openPeriod(t);
    for (let lane = 0; lane < laneCount; lane++) {
      if (state.status[lane] === over) continue;
      turnAllTo(clocks, state, lane, t);
      illness.openLane();
      if (state.status[lane] === running) advanceLane(t, lane);
      claims.report(t, lane, illness.claims);
    }
  }

  function advanceLane(t: number, lane: number): void {
    for (let k = 0; k < classes.length; k++) leaveAtStart(plan, state, members, clocks, { t, lane, k });
    joiners.enter(t, lane);
    for (let k = 0; k < classes.length; k++) advanceClass(t, lane, k);
    changeClasses(t, lane);
    for (let k = 0; k < classes.length; k++) {
      now.members[lane] += classMembers[k * laneCount + lane];
      now.covered[lane] += now.classCovered[k * laneCount + lane];
    }
  }

  /** Claims, deaths and age-outs of a class, cohort by cohort; forgets the cells that are left empty. */
  function advanceClass(t: number, lane: number, k: number): void {
    const list = members.listOf(lane, k);
    for (let from = 0; from < list.length; ) {
      const cells = stretchFrom(list, from, entries.length);
      advanceCohort(cells, t, lane, k);
      from = cells.to;
    }
    dropEmpty(list);
  }

  function advanceCohort(cells: Stretch, t: number, lane: number, k: number): void {
    const before = addUp(cells, risksOf(t, cells.first / entries.length));
    if (before.persons === 0) return;
    row = rowOf(cells, t, lane, k);
    const { c, risks, select } = row;
    const ofClass = k * laneCount + lane;
    const covered = plan.ages.covered[t * cohorts.length + c];
    now.exposure[ofClass] += covered * before.persons;
    now.incidence[ofClass] += covered * before.incidence;
    now.selectIncidence[ofClass] += covered * before.incidence * select;
    illness.fallIll(row);
    if (risks.deathHazard) sweep(clocks.deaths, cells, risks.deathHazard, die);
    if (risks.ageOutHazard) sweep(clocks.ageOuts, cells, risks.ageOutHazard, ageOut);
    const left = countPersons(cells);
    // Mostly nobody leaves.
    const after = left === before.persons ? before : addUp(cells, risks);
    classMembers[ofClass] -= before.persons - left;
    now.ageSum[lane] += after.age;
    now.classWeights[ofClass] += after.weight;
    if (covered > 0) now.classCovered[ofClass] += left;
  }

  function rowOf(cells: Stretch, t: number, lane: number, k: number): CohortRow {
    const c = cells.first / entries.length;
    // By the time since joining; of who came from another pool, since joining that one, on average.
    const select = selectAfter(state, periodsSinceJoining(plan, state, t, k, c, lane), lane);
    return { cells, t, lane, k, c, risks: risksOf(t, c), select };
  }

  function die(place: number, died: number): void {
    row.cells.list.persons[place] -= died;
    now.died[row.lane] += died;
  }

  /** Who reached the age limit leaves, or moves to another pool. */
  function ageOut(place: number, agedOut: number): void {
    const { t, lane, k, c } = row;
    const { list, first } = row.cells;
    list.persons[place] -= agedOut;
    const { movesTo } = plan.ages.tables[plan.periods[t].stage];
    const isTaken = movesTo !== null && state.others[movesTo.pool]?.status[lane] === running;
    const moved = isTaken
      ? drawBinomial(streamOf(clocks.moves), agedOut, valueIn(movesTo.portion, lanes, lane))
      : 0;
    now.agedOut[lane] += agedOut - moved;
    now.movedOut[lane] += moved;
    if (!moving) return;
    const cell = (k * cohorts.length + c) * laneCount + lane;
    moving.persons[cell] += moved;
    if (moving.men && entries[list.cells[place] - first].sex === 0) moving.men[cell] += moved;
  }

  /** Puts those whose claim changed their class into the cells of that class. */
  function changeClasses(t: number, lane: number): void {
    for (const { k, cell, persons } of illness.arrivals) {
      const c = Math.floor(cell / entries.length);
      const e = cell - c * entries.length;
      const { meanAge, weight } = risksOf(t, c);
      const ofClass = k * laneCount + lane;
      members.add(lane, k, cell, persons);
      now.ageSum[lane] += persons * meanAge[e];
      now.classWeights[ofClass] += persons * weight[e];
      if (plan.ages.covered[t * cohorts.length + c] > 0) now.classCovered[ofClass] += persons;
    }
  }
}

/** null where nobody ever moves to another pool at an age limit. */
function newMovedMembers({ ages, classes, cohorts }: PoolPlan, laneCount: number): MovedMembers | null {
  if (ages.tables.every(({ movesTo }) => movesTo === null)) return null;
  const perCell = () => new Float64Array(classes.length * cohorts.length * laneCount);
  return { persons: perCell(), men: perCell() };
}
