import type { Plan } from "../plan/plan.ts";
import type { BlockTally } from "../statistics/blockTally.ts";
import type { Control } from "./control.ts";

/**
 * Computes all blocks of a plan and hands over the tally of each, in order of blocks, whatever thread was first.
 *
 * Once the control is over (`askToStop`, `endEarly`) it finishes the blocks under way and ends; what it handed over is then the
 * first so many blocks without a gap. Runners differ in where blocks are computed, never in what comes out.
 *
 * @throws what a block throws (a bug), wherever it was computed
 */
export type Runner = (plan: Plan, control: Control, onBlock: (tally: BlockTally) => void) => Promise<void>;
