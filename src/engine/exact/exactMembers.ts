import type { PoolPlan } from "../../plan/plan.ts";
import type { State } from "../state.ts";
import { addPersons, type CellList, newCellList, takePersons } from "./cellList.ts";

/** Members counted one by one, in cells of cohort and entry (age at joining, sex): cell `cohort * entries + entry` of a class. */
export interface ExactMembers {
  /** Of a lane and class. Whoever takes persons out of it keeps `state.classMembers` right. */
  listOf(lane: number, k: number): CellList;
  add(lane: number, k: number, cell: number, persons: number): void;
  /** By class, cohort and lane, as `Pool.cellMembers` gives them. */
  byCohort(): Float64Array;
  takeOut(lane: number, k: number, c: number): Float64Array;
  putIn(lane: number, k: number, c: number, persons: Float64Array): void;
  empty(lane: number): void;
}

export function newExactMembers(plan: PoolPlan, { lanes, classMembers }: State): ExactMembers {
  const classCount = plan.classes.length;
  const cohortCount = plan.cohorts.length;
  const entryCount = plan.ages.entries.length;
  const lists = Array.from({ length: lanes.count * classCount }, newCellList);
  const totals = new Float64Array(classCount * cohortCount * lanes.count);
  return { listOf, add, byCohort, takeOut, putIn, empty };

  function listOf(lane: number, k: number): CellList {
    return lists[lane * classCount + k];
  }

  function add(lane: number, k: number, cell: number, persons: number): void {
    addPersons(listOf(lane, k), cell, persons);
    classMembers[k * lanes.count + lane] += persons;
  }

  function byCohort(): Float64Array {
    totals.fill(0);
    lists.forEach(({ length, cells, persons }, i) => {
      const lane = Math.floor(i / classCount);
      const k = i % classCount;
      for (let j = 0; j < length; j++) {
        const c = Math.floor(cells[j] / entryCount);
        totals[(k * cohortCount + c) * lanes.count + lane] += persons[j];
      }
    });
    return totals;
  }

  function takeOut(lane: number, k: number, c: number): Float64Array {
    const persons = takePersons(listOf(lane, k), c * entryCount, entryCount);
    classMembers[k * lanes.count + lane] -= persons.reduce((sum, here) => sum + here, 0);
    return persons;
  }

  function putIn(lane: number, k: number, c: number, persons: Float64Array): void {
    persons.forEach((here, e) => {
      if (here > 0) add(lane, k, c * entryCount + e, here);
    });
  }

  function empty(lane: number): void {
    for (let k = 0; k < classCount; k++) {
      listOf(lane, k).length = 0;
      classMembers[k * lanes.count + lane] = 0;
    }
  }
}
