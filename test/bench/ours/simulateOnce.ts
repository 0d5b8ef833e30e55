import { simulateBlock } from "../../../src/engine/simulateBlock.ts";
import { blockCount } from "../../../src/plan/blockCount.ts";
import { isInPool } from "../../../src/plan/cohorts.ts";
import type { Plan } from "../../../src/plan/plan.ts";
import { planSeries } from "../../../src/plan/planSeries.ts";
import { mergeTallies, newTally, type Tally } from "../../../src/statistics/tally.ts";
import { tallyBlock } from "../../../src/statistics/tallyBlock.ts";
import type { Measured, SampleFigure } from "../measured.ts";
import { computedSeconds } from "./computedSeconds.ts";

/** The same, and where the time went. */
export interface MeasuredStages extends Measured {
  readonly poolPeriods: number;
  readonly simulating: number;
  readonly tallying: number;
  readonly merging: number;
}

/** Simulates a plan's replications on this thread, warmed up before. */
export function simulateOnce(plan: Plan): MeasuredStages {
  const blocks = blockCount(plan);
  warmUp(plan, blocks);
  const { tally, simulating, tallying, merging } = timeBlocks(plan, blocks);
  return {
    seconds: simulating + tallying + merging,
    simulating,
    tallying,
    merging,
    replications: plan.replications,
    periods: plan.periods.length,
    cellSteps: cellStepsOf(plan),
    poolPeriods:
      plan.replications * plan.periods.length * plan.pools.reduce((sum, { copies }) => sum + copies, 0),
    figures: figuresOf(plan, tally),
  };
}

/** Seconds after which the compiler is done with what is hot. */
const warmSeconds = 0.5;

/** Simulates and sums up blocks, over and over if there are few. */
function warmUp(plan: Plan, blocks: number): void {
  const end = computedSeconds() + warmSeconds;
  do timeBlocks(plan, Math.min(blocks, 4));
  while (computedSeconds() < end);
}

function timeBlocks(plan: Plan, blocks: number) {
  const replications = Math.min(plan.replications, blocks * plan.blockSize);
  const tally = newTally({
    replications,
    periods: plan.periods.length,
    columns: plan.columns.length,
    series: planSeries(plan).length,
  });
  let simulating = 0;
  let tallying = 0;
  let merging = 0;
  for (let block = 0; block < blocks; block++) {
    const start = computedSeconds();
    const outcome = simulateBlock(plan, block);
    const simulated = computedSeconds();
    const ofBlock = tallyBlock(outcome, { columns: plan.columns.length });
    const tallied = computedSeconds();
    mergeTallies(tally, ofBlock);
    const merged = computedSeconds();
    simulating += simulated - start;
    tallying += tallied - simulated;
    merging += merged - tallied;
  }
  return { tally, simulating, tallying, merging };
}

/** Cells of the plan advanced by one period, over all replications; of the exact engine those of classes and cohorts, ages taken together. */
function cellStepsOf({ pools, periods, replications }: Plan): number {
  let steps = 0;
  for (const { classes, cohorts, copies } of pools) {
    for (let t = 0; t < periods.length; t++) {
      const inPool = cohorts.filter((cohort) => isInPool(cohort, t)).length;
      steps += classes.length * copies * inPool;
    }
  }
  return steps * replications;
}

/** Each year's share, and the members at the end: what the peers tell too. */
function figuresOf(plan: Plan, tally: Tally): SampleFigure[] {
  const names = plan.columns.map(({ name }) => name);
  const values = (name: string) => {
    const column = names.indexOf(name);
    return tally.columns.subarray(column * tally.capacity, column * tally.capacity + tally.count);
  };
  const last = plan.years[plan.years.length - 1];
  return [
    ...plan.years.map((year, i) => figureOf(`share of year ${i + 1}`, values(`years.${year}.share`))),
    figureOf("members at the end", values(`years.${last}.members`)),
  ];
}

function figureOf(name: string, values: Float64Array): SampleFigure {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { name, mean, sd: Math.sqrt(squares / (values.length - 1)) };
}
