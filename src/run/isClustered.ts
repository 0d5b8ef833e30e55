import { kindsOfLuck } from "../plan/kindsOfLuck.ts";
import type { Plan } from "../plan/plan.ts";
import { leastBlocks } from "../statistics/standardError.ts";

/**
 * Whether errors are taken from blocks, as the replications of a block hang together: a number that reshapes the plan is drawn once per
 * block; or what is common to all members is spread evenly over it (`stratifiedUniforms`), which makes errors smaller, so that fewer than eight
 * blocks may as well be taken as independent replications: that errs on the safe side.
 */
export function isClustered(plan: Plan, blocks: number): boolean {
  const { parameters, shocks } = kindsOfLuck(plan);
  return plan.shapes.length > 0 || ((parameters || shocks) && blocks >= leastBlocks);
}
