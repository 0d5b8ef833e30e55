import type { Plan } from "../../../src/plan/plan.ts";
import { newControl } from "../../../src/run/control.ts";
import { inline } from "../../../src/run/inline.ts";
import { isClustered } from "../../../src/run/isClustered.ts";
import type { Runner } from "../../../src/run/runner.ts";
import { simulate } from "../../../src/run/simulate.ts";
import { openThreads } from "../../../src/run/threads.ts";
import { summarise } from "../../../src/statistics/summarise.ts";
import { computedSeconds } from "./computedSeconds.ts";

/** How long a whole simulation took, with its summary, and the most memory the process had. */
export interface MeasuredWhole {
  /** By the wall clock, and of processor time on all threads. */
  readonly seconds: number;
  readonly computed: number;
  readonly megabytes: number;
  readonly columns: number;
}

/** Enough that the compiler is done with what is hot. */
const warmReplications = 4096;

/**
 * Simulates all of a plan as `run` does, on so many threads beside this one, or in this one (0); then sums up. This thread is warmed up
 * before, so that few replications do not look dear; other threads are started for the run alone.
 */
export async function simulateAll(plan: Plan, threadCount: number): Promise<MeasuredWhole> {
  const threads = threadCount === 0 ? null : openThreads(threadCount);
  const runBlocks = threads?.runBlocks ?? inline;
  if (threadCount === 0)
    await simulateAndSum({ ...plan, replications: Math.min(plan.replications, warmReplications) }, runBlocks);
  const start = performance.now();
  const computedBefore = computedSeconds();
  await simulateAndSum(plan, runBlocks);
  const seconds = (performance.now() - start) / 1000;
  const computed = computedSeconds() - computedBefore;
  await threads?.close();
  // Kilobytes, on all systems that Node runs on.
  const megabytes = process.resourceUsage().maxRSS / 1024;
  return { seconds, computed, megabytes, columns: plan.columns.length };
}

async function simulateAndSum(plan: Plan, runBlocks: Runner): Promise<void> {
  const tally = await simulate(plan, [], { runBlocks, control: newControl() }, {});
  summarise(tally, {
    columns: plan.columns.map(({ name }) => name),
    clustered: isClustered(plan, tally.blockCounts.length),
  });
}
