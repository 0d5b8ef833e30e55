import { totalmem } from "node:os";
import type { Plan } from "../plan/plan.ts";
import { estimateMemory } from "./estimateCost.ts";

/** Bytes of the largest array that Node has. */
const largestTable = 2 ** 35;

/** Why a run does not fit this machine, for a person; null if it does. Only the table of replications grows with them. */
export function whyTooLarge(plan: Plan, threads: number): string | null {
  const needed = estimateMemory(plan, threads);
  const most = Math.min(totalmem(), largestTable);
  if (needed <= most) return null;
  const gigabytes = (bytes: number) => `${(bytes / 2 ** 30).toPrecision(2)} GB`;
  return `${plan.replications} replications need about ${gigabytes(needed)} of memory, here it can be ${gigabytes(most)}; take fewer with -n`;
}
