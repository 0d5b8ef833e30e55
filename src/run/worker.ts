import { deserialize } from "node:v8";
import { move, transferableSymbol, valueSymbol } from "piscina";
import type { Plan } from "../plan/plan.ts";
import { transferables } from "../statistics/blockTally.ts";
import { computeBlock } from "./computeBlock.ts";
import { type Control, isOver } from "./control.ts";

/** A plan on its way to threads: written once, in memory that all of them can read. */
export interface SentPlan {
  readonly id: number;
  readonly bytes: Uint8Array<SharedArrayBuffer>;
}

/** One block of a plan. */
export interface BlockTask {
  readonly plan: SentPlan;
  readonly control: Control;
  readonly block: number;
}

/** The plan that this thread had last. */
let known: { readonly id: number; readonly plan: Plan } | null = null;

/** A thread's task. Its arrays are handed over, not copied; null if no other block shall begin. */
export function workOn({ plan: sent, control, block }: BlockTask): object | null {
  if (isOver(control)) return null;
  if (known?.id !== sent.id) known = { id: sent.id, plan: deserialize(sent.bytes) };
  const tally = computeBlock(known.plan, block, control);
  return move({ [transferableSymbol]: transferables(tally), [valueSymbol]: tally });
}
