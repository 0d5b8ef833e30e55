import { setImmediate } from "node:timers/promises";
import { blockCount } from "../plan/blockCount.ts";
import { computeBlock } from "./computeBlock.ts";
import { isOver } from "./control.ts";
import type { Runner } from "./runner.ts";

/** Computes block after block in this thread. Between blocks it lets signals and timers have their turn. */
export const inline: Runner = async (plan, control, onBlock) => {
  for (let block = 0; block < blockCount(plan); block++) {
    await setImmediate();
    if (isOver(control)) return;
    onBlock(computeBlock(plan, block, control));
  }
};
