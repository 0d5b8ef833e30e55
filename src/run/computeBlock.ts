import { simulateBlock } from "../engine/simulateBlock.ts";
import type { Plan } from "../plan/plan.ts";
import type { BlockTally } from "../statistics/blockTally.ts";
import { tallyBlock } from "../statistics/tallyBlock.ts";
import { type Control, countDone } from "./control.ts";

/** Simulates one block, sums it up, and tells the run's control how many replications that were. */
export function computeBlock(plan: Plan, block: number, control: Control): BlockTally {
  const tally = tallyBlock(simulateBlock(plan, block), { columns: plan.columns.length });
  countDone(control, tally.count);
  return tally;
}
