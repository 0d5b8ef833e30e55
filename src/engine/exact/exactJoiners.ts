import { splitHazards } from "../../plan/hazard.ts";
import type { PoolPlan } from "../../plan/plan.ts";
import { drawMultinomial } from "../multinomial.ts";
import type { State } from "../state.ts";
import { type Clock, countEvents, streamOf } from "./clock.ts";
import { type ExactClocks, turnAllTo } from "./exactClocks.ts";
import type { ExactMembers } from "./exactMembers.ts";

/** Who enters an exact pool, split at random over classes, ages and sexes. */
export interface ExactJoiners {
  /** Puts the initial members of all lanes into their cells. */
  enterInitialMembers(): void;
  /** Puts a lane's joiners of a period into theirs: those who were never members, and those who come back. */
  enter(t: number, lane: number): void;
}

export function newExactJoiners(
  plan: PoolPlan,
  state: State,
  members: ExactMembers,
  clocks: ExactClocks,
): ExactJoiners {
  const { classes, cohorts } = plan;
  const { count } = state.lanes;
  const entryCount = plan.ages.entries.length;
  const mixes = plan.ages.mixes.map(splitHazards);
  const joinersOf = Int32Array.from(plan.periods, (_, t) => cohortOf((joined) => joined === t));
  return { enterInitialMembers, enter };

  function cohortOf(isJoined: (joined: number) => boolean): number {
    return cohorts.findIndex(({ joined, from }) => from.kind === "joiners" && isJoined(joined));
  }

  function enterInitialMembers(): void {
    const c = cohortOf((joined) => joined < 0);
    for (let lane = 0; c >= 0 && lane < count; lane++) {
      turnAllTo(clocks, state, lane, 0);
      state.joinedSoFar[lane] = Math.round(state.joinedSoFar[lane]);
      enterAll(lane, c, state.joinedSoFar[lane], state.rules.portions, clocks["initial members"]);
    }
  }

  function enter(t: number, lane: number): void {
    const c = joinersOf[t];
    if (c < 0) return;
    enterAll(lane, c, state.newcomers[lane], state.entering, clocks.joiners);
    for (let k = 0; k < classes.length; k++)
      enterClass(lane, c, k, state.rejoiners[k * count + lane], clocks.joiners);
  }

  /** Splits persons over classes; a closed group has its rows' own numbers. */
  function enterAll(lane: number, c: number, persons: number, parts: Float64Array, clock: Clock): void {
    if (persons === 0) return;
    const portions = classes.map((_, k) => parts[k * count + lane]);
    const put = (k: number, ofClass: number) => enterClass(lane, c, k, ofClass, clock);
    if (plan.closedGroup)
      for (const [k, portion] of portions.entries()) put(k, Math.round(persons * portion));
    else drawMultinomial(streamOf(clock), persons, portions, 1, put);
  }

  /** Splits persons of a class over ages and sexes. */
  function enterClass(lane: number, c: number, k: number, persons: number, clock: Clock): void {
    const hazards = mixes[cohorts[c].mix];
    let left = persons;
    for (let e = 0; left > 0; e++) {
      const here = countEvents(clock, left, hazards[e]);
      if (here > 0) members.add(lane, k, c * entryCount + e, here);
      left -= here;
    }
  }
}
