import { blockCount } from "../engine/simulateBlock.ts";
import { periodMetrics } from "../plan/metrics.ts";
import type { Plan } from "../plan/plan.ts";
import { waitingNumbers } from "../statistics/tally.ts";
import { mostBlocksUnderWay } from "./threads.ts";

const bytesPerNumber = 8;

/** Node itself, the program, a report being rendered. */
const baseBytes = 250 * 2 ** 20;

/** A thread's own program and copy of the plan; measured with the scenario of 相互宝. */
const threadBytes = 25 * 2 ** 20;

/**
 * Most memory a run takes, in bytes, roughly: the table of replications, the blocks that threads have under way, and those
 * whose paths wait to be put into the sketch. Only the table grows with the replications.
 */
export function estimateMemory(plan: Plan, threads: number): number {
  const { replications, columns, periods, blockSize } = plan;
  const pathsOfBlock = Math.min(replications, blockSize) * periods.length * periodMetrics.length;
  const underWay = mostBlocksUnderWay(plan, threads) * pathsOfBlock;
  const waiting = Math.min(blockCount(plan) * pathsOfBlock, waitingNumbers + pathsOfBlock);
  const table = replications * (columns.length + 1);
  const ofThreads = Math.min(threads, blockCount(plan)) * threadBytes;
  return baseBytes + ofThreads + (table + underWay + waiting) * bytesPerNumber;
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
