import type { LumpedCells, PoolPlan } from "../../plan/plan.ts";
import type { MovedMembers } from "../pool.ts";
import type { State } from "../state.ts";
import { type FastClaims, newFastClaims } from "./fastClaims.ts";

/**
 * The members of a pool as expected numbers, and what a period takes in between; all arrays are in the arena. Cells are of class and
 * cohort; a class's cells lie one behind the other.
 */
export interface FastCells {
  readonly plan: PoolPlan;
  readonly lumped: LumpedCells;
  readonly state: State;
  readonly claims: FastClaims;
  /** `members[(class * cohorts + cohort) * lanes + lane]`. */
  readonly members: Float64Array;
  /** Who reached the age limit in this period and moves to another pool; null where nobody ever does. */
  readonly moving: MovedMembers | null;
  /** By cell: members whose claim moves them to its class in this period; empty where no claim does. */
  readonly arrivals: Float64Array;
  readonly ofClass: ClassCells;
  /** Weighted sums over the class's cells, by row and lane, and their weights, by row and cell. */
  readonly sums: Float64Array;
  readonly weights: Float64Array;
}

/** What is worked out of the class being advanced. */
export interface ClassCells {
  /** By lane: the part that stays; illness while waiting relative to the central factors, whatever the tier. */
  readonly stays: Float64Array;
  readonly waitingRatio: Float64Array;
  /**
   * By cohort: the row of the select factor relative to the central one (of those from another pool the whole factor), where that
   * row is, and members times it: who is exposed to claims.
   */
  readonly selectRatios: Float64Array[];
  readonly selectRows: Uint32Array;
  readonly exposed: Float64Array;
  /** By cohort: probabilities of a kind of exit, and of another. */
  readonly rates: Float64Array;
  readonly otherRates: Float64Array;
}

/** A class in a period: its cohorts that have joined are the first `count` of it, their cells lie from `first` on. */
export interface Row {
  readonly t: number;
  readonly k: number;
  readonly count: number;
  readonly first: number;
}

export function newFastCells(plan: PoolPlan, lumped: LumpedCells, state: State): FastCells {
  const { classes, cohorts, tiers, ages } = plan;
  const { arena, count } = state.lanes;
  const cells = classes.length * cohorts.length;
  const rows = tiers.length + 4;
  const moves = ages.tables.some(({ movesTo }) => movesTo !== null);
  const changes = tiers.some(({ movesToClass }) => movesToClass !== null);
  return {
    plan,
    lumped,
    state,
    claims: newFastClaims(plan, state),
    members: arena.floats(cells * count),
    moving: moves ? { persons: arena.floats(cells * count), men: null } : null,
    arrivals: arena.floats(changes ? cells * count : 0),
    ofClass: {
      stays: arena.floats(count),
      waitingRatio: arena.floats(count),
      selectRatios: cohorts.map(({ from }) => arena.floats(from.kind === "aged" ? count : 0)),
      selectRows: arena.integers(cohorts.length),
      exposed: arena.floats(cohorts.length * count),
      rates: arena.floats(cohorts.length),
      otherRates: arena.floats(cohorts.length),
    },
    sums: arena.floats(rows * count),
    weights: arena.floats(rows * cohorts.length),
  };
}

/** Copies some numbers of an array to a place in another, without a view of either. */
export function copyNumbers(
  from: ArrayLike<number>,
  at: number,
  into: Float64Array,
  first: number,
  count: number,
): void {
  for (let i = 0; i < count; i++) into[first + i] = from[at + i];
}
