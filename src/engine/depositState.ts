import type { PoolPlan } from "../plan/plan.ts";
import type { Lanes } from "./lanes.ts";

/** What members hold with a prepaid plan. Cells are of class and cohort: `[(class * cohorts + cohort) * lanes + lane]`. */
export interface Deposits {
  /** By cell: what one member holds. */
  readonly balances: Float64Array;
  /** By cell: what a member who stays adds at the start of the next period, and the part that does not, and is out. */
  readonly topUps: Float64Array;
  readonly drained: Float64Array;
  /** The same part of each class's members. */
  readonly drainedOfClass: Float64Array;
  /** By lane: all that is held, by members or, once the pool has ended, for them. */
  readonly held: Float64Array;
  /** By class: what those hold who move to another pool at the age limit in this period. */
  readonly carried: Float64Array;
  /** By lane: what members bring from other pools in the next period. */
  readonly arriving: Float64Array;
  readonly now: DepositFlows;
}

/** By lane, in this period: heldBefore + paid + credited + movedIn = used + returned + lost + movedOut + held. */
export interface DepositFlows {
  readonly heldBefore: Float64Array;
  readonly paid: Float64Array;
  readonly credited: Float64Array;
  readonly movedIn: Float64Array;
  readonly used: Float64Array;
  readonly returned: Float64Array;
  readonly lost: Float64Array;
  readonly movedOut: Float64Array;
}

/** Empty deposits; null where no rules of the pool have any. */
export function newDeposits({ rules, classes, cohorts }: PoolPlan, { arena, count }: Lanes): Deposits | null {
  if (rules.every(({ funding }) => funding === null)) return null;
  const perLane = () => arena.floats(count);
  const perCell = () => arena.floats(classes.length * cohorts.length * count);
  return {
    balances: perCell(),
    topUps: perCell(),
    drained: perCell(),
    drainedOfClass: arena.floats(classes.length * count),
    held: perLane(),
    carried: arena.floats(classes.length * count),
    arriving: perLane(),
    now: {
      heldBefore: perLane(),
      paid: perLane(),
      credited: perLane(),
      movedIn: perLane(),
      used: perLane(),
      returned: perLane(),
      lost: perLane(),
      movedOut: perLane(),
    },
  };
}
