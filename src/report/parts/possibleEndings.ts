import { type EndingCause, endingCauses } from "../../plan/metrics.ts";
import type { PoolScenario, Stage } from "../../scenario/scenario.ts";

/** By what the rules of any of the pools, at any time, could end it; in the order of `endingCauses`. */
export function possibleEndings(pools: readonly Pick<PoolScenario, "stages">[]): EndingCause[] {
  const stages = pools.flatMap((pool) => pool.stages);
  return endingCauses.filter((cause) => stages.some((stage) => couldEndBy[cause]?.(stage) ?? false));
}

const couldEndBy: Readonly<Partial<Record<EndingCause, (stage: Stage) => boolean>>> = {
  closing: ({ ending }) => ending.closing !== null,
  minimumMembers: ({ ending }) => ending.minimumMembers !== null,
  hazard: ({ ending }) => ending.hazard !== 0,
  shareCeiling: ({ ending }) => ending.shareCeiling !== null,
  subsidyBudget: ({ sharing }) => sharing.subsidyBudget?.then === "end",
  notStarted: ({ ending }) => ending.start !== null && ending.start.withinDays !== null,
  operator: ({ ending }) => ending.operator !== null,
};
