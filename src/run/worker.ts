import { workerData } from "node:worker_threads";
import { move, transferableSymbol, valueSymbol } from "piscina";
import type { Plan } from "../plan/plan.ts";
import { transferables } from "../statistics/blockTally.ts";
import { computeBlock } from "./computeBlock.ts";
import { type Control, isOver } from "./control.ts";

/** What a thread gets when it starts. */
export interface WorkerData {
  readonly plan: Plan;
  readonly control: Control;
}

const { plan, control }: WorkerData = workerData;

/** A thread's task: one block. Its arrays are handed over, not copied; null if no other block shall begin. */
export function workOn(block: number): object | null {
  if (isOver(control)) return null;
  const tally = computeBlock(plan, block, control);
  return move({ [transferableSymbol]: transferables(tally), [valueSymbol]: tally });
}
