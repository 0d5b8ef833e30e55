import type { PoolPlan } from "../plan/plan.ts";
import type { Lanes } from "./lanes.ts";

/** Metrics that tell who stays, leaves and joins. */
export const selectionMetrics = [
  "riskOfMembers",
  "riskOfLeavers",
  "riskOfJoiners",
  "selectionByLeaving",
  "selectionByJoining",
  "multipleOfStayers",
] as const;
type SelectionMetric = (typeof selectionMetrics)[number];

/** What a pool knows of who stays: arrays by class are `[class * lanes + lane]`. */
export interface Selection {
  /** By class: members before anybody leaves or joins in this period. */
  readonly before: Float64Array;
  /** By class: what `State.lapse` would be if recent shares drove nobody away. */
  readonly baseLapse: Float64Array;
  /** By class: who left because of recent shares and, at base lapse, would still be a member. */
  readonly drivenAway: Float64Array;
  /** Of this period. */
  readonly now: Readonly<Record<SelectionMetric, Float64Array>>;
  /** Of the lane being worked on. */
  readonly lane: SelectionLane;
}

/** One lane: a number per class. */
export interface SelectionLane {
  /** Expected aid of a covered member relative to that of joiners at the start, as far as the class makes it. */
  readonly risks: Float64Array;
  readonly before: Float64Array;
  /** The part expected to stay, as debits fail and shares are. */
  readonly stays: Float64Array;
  readonly joiners: Float64Array;
  readonly after: Float64Array;
}

export function newSelection({ classes }: Pick<PoolPlan, "classes">, { arena, count }: Lanes): Selection {
  const perLane = () => arena.floats(count);
  const perClass = () => arena.floats(classes.length * count);
  const ofLane = () => new Float64Array(classes.length);
  return {
    before: perClass(),
    baseLapse: perClass(),
    drivenAway: perClass(),
    now: {
      riskOfMembers: perLane().fill(1),
      riskOfLeavers: perLane().fill(1),
      riskOfJoiners: perLane().fill(1),
      selectionByLeaving: perLane(),
      selectionByJoining: perLane(),
      multipleOfStayers: perLane().fill(1),
    },
    lane: { risks: ofLane(), before: ofLane(), stays: ofLane(), joiners: ofLane(), after: ofLane() },
  };
}
