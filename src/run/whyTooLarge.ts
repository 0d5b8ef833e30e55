import { totalmem } from "node:os";
import type { Plan } from "../plan/plan.ts";
import { estimateMemory } from "./estimateCost.ts";

/** Why a run does not fit this machine, for a person; null if it does. Only the table of replications grows with them. */
export function whyTooLarge(plan: Plan): string | null {
  const needed = estimateMemory(plan);
  if (needed <= totalmem()) return null;
  const gigabytes = (bytes: number) => `${(bytes / 2 ** 30).toPrecision(2)} GB`;
  return `${plan.replications} replications need about ${gigabytes(needed)} of memory, this machine has ${gigabytes(totalmem())}; take fewer with -n`;
}
