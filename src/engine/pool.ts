/**
 * The members of a pool, cell by cell: the part of a period in which the two engines differ. Everything else of a
 * period is common (`step`). Cells are of class and cohort: `[(class * cohorts + cohort) * lanes + lane]`.
 */
export interface Pool {
  /**
   * Phases 2 to 4 for one period: who decided to leave leaves, joiners enter, claims happen, deaths and age-outs leave.
   * Adds to the pool totals of `state.now` (cleared before), sets `state.classMembers`, and puts claims into `state.due`.
   */
  advance(t: number): void;
  /** Phase 5: which of the claims due are approved; sets `state.now.casesByTier`, adds to `state.now.denied`. */
  approve(t: number): void;
  /** Members by cell, as they are now. Valid until the pool changes. */
  cellMembers(): Float64Array;
  /** Who reached the age limit in this period and moves to another pool, by cell; null where nobody ever does. */
  moved(): MovedMembers | null;
  /** Takes everybody out of a cell: persons by entry (exact), or just how many (fast). */
  takeOut(lane: number, k: number, c: number): Float64Array;
  /** Puts persons into a cell, as `takeOut` gives them, by this pool's entries. */
  putIn(lane: number, k: number, c: number, persons: Float64Array): void;
  /** The pool of this lane has ended: nobody is a member any longer. */
  empty(lane: number): void;
}

export interface MovedMembers {
  /** By cell. */
  readonly persons: Float64Array;
  /** How many of them are men; null where the engine does not know. */
  readonly men: Float64Array | null;
}
