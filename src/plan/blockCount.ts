import type { Plan } from "./plan.ts";

/** Blocks that a plan's replications make. */
export function blockCount({ replications, blockSize }: Pick<Plan, "replications" | "blockSize">): number {
  return Math.ceil(replications / blockSize);
}
