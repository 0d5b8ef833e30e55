import type { PoolPlan } from "../plan/plan.ts";
import type { Subject } from "./subject.ts";

/** The members there will be at most, if all join who may and nobody leaves; those of other pools too where they may move here. */
export function mostMembers({ scenario, pool, plan, pools, mean }: Subject): number {
  const isMovedTo = scenario.pools.some(({ stages }) =>
    stages.some(
      ({ members, ending }) => members?.movesTo?.pool === pool.name || ending.membersMoveTo === pool.name,
    ),
  );
  return (isMovedTo ? pools : [plan]).reduce((sum, { joining }) => sum + mostJoined(joining, mean), 0);
}

function mostJoined(
  { initial, scheduled, target, bass }: PoolPlan["joining"],
  mean: Subject["mean"],
): number {
  const joiners = scheduled.reduce(
    (sum, { perYear, years }) => sum + mean(perYear) * years.reduce((all, part) => all + part, 0),
    0,
  );
  const targeted = target.reduce((most, members) => Math.max(most, members), 0);
  return Math.max(mean(initial) + joiners + (bass === null ? 0 : mean(bass.potential)), targeted);
}
