import type { Plan } from "../plan/plan.ts";
import { periodMetrics } from "../plan/metrics.ts";

const bytesPerNumber = 8;

/** Node itself, the program, a report being rendered. */
const baseBytes = 250 * 2 ** 20;

/** Most memory a run takes, in bytes, roughly: the table of replications grows with them, the rest does not. */
export function estimateMemory(plan: Plan): number {
  const { replications, columns, periods, blockSize } = plan;
  const table = replications * (columns.length + 1) * bytesPerNumber;
  const blocksUnderWay = 12 * blockSize * periods.length * periodMetrics.length * bytesPerNumber;
  return baseBytes + table + blocksUnderWay;
}

export function estimateSeconds(plan: Plan, threads: number): number {
  return plan.periods.length / threads;
}
