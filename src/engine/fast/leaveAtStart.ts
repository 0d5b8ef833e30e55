import { failedPart } from "../state.ts";
import type { FastCells, Row } from "./fastCells.ts";
import { address } from "./kernel/arena.ts";

/**
 * Phase 2, who leaves a class: first those whose debit failed or whose deposit is used up, then who wants to. Where some members'
 * deposits are used up, or the debit that failed was before others joined, cohorts differ; else all cells shrink alike.
 */
export function leaveAtStart(cells: FastCells, row: Row): void {
  const { members, state, ofClass } = cells;
  const { deposits, debitedIn, lanes } = state;
  if (deposits !== null || debitedIn[row.t] < row.t - 1) {
    for (let c = 0; c < row.count; c++) leaveCohort(cells, row, c);
    return;
  }
  leaveAlike(cells, row);
  const { kernel } = lanes.arena;
  kernel.scale(address(members, row.first), row.count, lanes.count, address(ofClass.stays));
}

/** Books who leaves, and sets the part that stays. */
function leaveAlike({ state, ofClass: { stays } }: FastCells, { t, k }: Row): void {
  const { failed, lapse, classMembers, lanes, now } = state;
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

function leaveCohort({ plan, members, state }: FastCells, { t, k, first }: Row, c: number): void {
  const { now, lapse, deposits, lanes } = state;
  const { joined } = plan.cohorts[c];
  for (let lane = 0; lane < lanes.count; lane++) {
    const i = k * lanes.count + lane;
    const cell = first + c * lanes.count + lane;
    const n = members[cell];
    const drained = deposits?.drained[cell] ?? 0;
    const defaulted = n * (1 - (1 - failedPart(state, t, joined, lane)) * (1 - drained));
    const lapsed = (n - defaulted) * lapse[i];
    now.defaulted[lane] += defaulted;
    now.lapsed[lane] += lapsed;
    now.leftByClass[i] += defaulted + lapsed;
    members[cell] = n - defaulted - lapsed;
  }
}
