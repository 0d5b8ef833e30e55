import { blockCount } from "../plan/blockCount.ts";
import { classMetrics, periodMetrics } from "../plan/metrics.ts";
import type { Plan, PoolPlan } from "../plan/plan.ts";
import { planClasses } from "../plan/planClasses.ts";
import { planSeries } from "../plan/planSeries.ts";
import { waitingNumbers } from "../statistics/seriesTally.ts";
import { mostBlocksUnderWay } from "./threads.ts";

const bytesPerNumber = 8;

/** Node itself, the program, a report being rendered. */
const baseBytes = 250 * 2 ** 20;

/** A thread's own program and copy of the plan; measured with the scenario of 相互宝. */
const threadBytes = 25 * 2 ** 20;

/** A cell of the sketch, many of which hold one and the same number; measured with the scenario of 相互宝. */
const cellBytes = 10_000;

/**
 * Most memory a run takes, in bytes, roughly: the table of replications, the blocks that threads have under way, and, for the
 * whole plan and each pool, the sketch and those blocks whose paths wait to be put into it. Only the table grows with the
 * replications.
 */
export function estimateMemory(plan: Plan, threads: number): number {
  const { replications, columns } = plan;
  const series = planSeries(plan).length;
  const blocks = blockCount(plan);
  const paths = pathsOfBlock(plan);
  const underWay = mostBlocksUnderWay(plan, threads) * series * paths;
  const waiting = series * Math.min(blocks * paths, waitingNumbers + paths);
  const table = replications * (columns.length + series);
  const ofThreads = Math.min(threads, blocks) * (threadBytes + bytesPerNumber * classPathsOfBlock(plan));
  const sketches = series * plan.periods.length * periodMetrics.length * cellBytes;
  return baseBytes + ofThreads + sketches + (table + underWay + waiting) * bytesPerNumber;
}

const replicationsOfBlock = ({ replications, blockSize }: Plan) => Math.min(replications, blockSize);

/** Numbers of one series of a block. */
const pathsOfBlock = (plan: Plan) => replicationsOfBlock(plan) * plan.periods.length * periodMetrics.length;

/** Numbers that are gone once a block's columns are made. */
const classPathsOfBlock = (plan: Plan) =>
  replicationsOfBlock(plan) * plan.periods.length * planClasses(plan).length * classMetrics.length;

/** Nanoseconds of one replication's period beside its cells, and of a cell, on a server core of 2021. */
const nanoseconds = { period: 1_500, fastCell: 5, exactCell: 15 };

/** Reading, compiling, starting threads, the report. */
const startAndReportSeconds = 1.5;

/**
 * How long a run takes, in seconds, within a factor of two or three: cells times periods times replications, over all copies
 * of all pools, at speeds measured once. The exact engine's cells are single ages and sexes; how many are empty is not known
 * beforehand.
 *
 * @param further replications beside those of the run itself (`furtherReplications`)
 */
export function estimateSeconds(plan: Plan, threads: number, further = 0): number {
  const all = { ...plan, replications: plan.replications + further };
  return startAndReportSeconds + estimateWork(all) / Math.min(threads, blockCount(plan));
}

/** Seconds that simulating a plan takes one thread, within the same factor. */
export function estimateWork({ pools, replications, periods }: Plan): number {
  const ofPools = pools.reduce((sum, pool) => sum + pool.copies * nanosecondsOfPeriod(pool), 0);
  return (replications * periods.length * ofPools) / 1e9;
}

function nanosecondsOfPeriod({ cohorts, classes, ages, engine }: PoolPlan): number {
  const cells = cohorts.length * classes.length;
  const ofCells = engine.kind === "fast" ? nanoseconds.fastCell : nanoseconds.exactCell * ages.entries.length;
  return nanoseconds.period + cells * ofCells;
}
