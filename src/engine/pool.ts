/**
 * The members of a plan, cell by cell: the part of a period in which the two engines differ. Everything else of a
 * period is common (`step`).
 */
export interface Pool {
  /**
   * Phases 2 to 4 for one period: who decided to leave leaves, joiners enter, claims happen, deaths and age-outs leave.
   * Adds to the pool totals of `state.now` (cleared before), sets `state.classMembers`, and puts claims into `state.due`.
   */
  advance(t: number): void;
  /** Phase 5: which of the claims due are approved; sets `state.now.casesByTier`. */
  approve(t: number): void;
  /** The plan of this lane has ended: nobody is a member any longer. */
  empty(lane: number): void;
  /** Members of the first `cohorts` cohorts, by lane. */
  membersOfCohorts(cohorts: number, out: Float64Array): void;
}
