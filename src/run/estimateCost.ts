import { blockCount } from "../engine/simulateBlock.ts";
import { periodMetrics } from "../plan/metrics.ts";
import type { Plan } from "../plan/plan.ts";

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

/** Nanoseconds of one replication's period beside its cells, and of a cell, on a server core of 2021. */
const nanoseconds = { period: 2_000, fastCell: 20, exactCell: 50 };

/** Reading, compiling, starting threads, the report. */
const startAndReportSeconds = 1.5;

/**
 * How long a run takes, in seconds, within a factor of two or three: cells times periods times replications, at speeds
 * measured once. The exact engine's cells are single ages and sexes; how many are empty is not known beforehand.
 */
export function estimateSeconds(plan: Plan, threads: number): number {
  const { replications, periods, cohorts, classes, ages, engine } = plan;
  const cells = cohorts.length * classes.length;
  const ofCells = engine.kind === "fast" ? nanoseconds.fastCell : nanoseconds.exactCell * ages.entries.length;
  const all = replications * periods.length * (nanoseconds.period + cells * ofCells);
  return startAndReportSeconds + all / 1e9 / Math.min(threads, blockCount(plan));
}
