import { hazardOf } from "../../plan/hazard.ts";
import type { PoolPlan } from "../../plan/plan.ts";
import { failedPart, type State } from "../state.ts";
import { type CellList, stretchFrom, wholeList } from "./cellList.ts";
import { type Clock, takeEvents } from "./clock.ts";
import type { ExactClocks } from "./exactClocks.ts";
import type { ExactMembers } from "./exactMembers.ts";

/** A class of a lane in a period. */
interface ClassPeriod {
  readonly t: number;
  readonly lane: number;
  readonly k: number;
}

/**
 * Draws who of a lane's class leaves an exact pool at the start of a period: first those whose debit failed or whose deposit is
 * used up, then who wants to.
 */
export function leaveAtStart(
  plan: PoolPlan,
  state: State,
  members: ExactMembers,
  clocks: ExactClocks,
  { t, lane, k }: ClassPeriod,
): void {
  const { now, lanes, lapse, classMembers } = state;
  const ofClass = k * lanes.count + lane;
  const list = members.listOf(lane, k);
  const defaulted = takeDefaulters(plan, state, list, clocks.debits, { t, lane, k });
  const lapsed = takeEvents(clocks.lapses, wholeList(list), hazardOf(lapse[ofClass]));
  classMembers[ofClass] -= defaulted + lapsed;
  now.defaulted[lane] += defaulted;
  now.lapsed[lane] += lapsed;
  now.leftByClass[ofClass] += defaulted + lapsed;
}

/** Cohort by cohort: who joined since the debit cannot have failed it, and deposits last differently long. */
function takeDefaulters(
  { cohorts, ages }: PoolPlan,
  state: State,
  list: CellList,
  clock: Clock,
  { t, lane, k }: ClassPeriod,
): number {
  const { deposits, failed, lanes } = state;
  if (!deposits && failed[t * lanes.count + lane] === 0) return 0;
  let taken = 0;
  for (let from = 0; from < list.length; ) {
    const cells = stretchFrom(list, from, ages.entries.length);
    const c = cells.first / ages.entries.length;
    const part = failedPart(state, t, cohorts[c].joined, lane);
    const drained = deposits?.drained[(k * cohorts.length + c) * lanes.count + lane] ?? 0;
    taken += takeEvents(clock, cells, hazardOf(part + (1 - part) * drained));
    from = cells.to;
  }
  return taken;
}
