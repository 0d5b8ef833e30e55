import type { Plan } from "../plan/plan.ts";
import { planSeries } from "../plan/planSeries.ts";
import { type Goal, type GoalOutcome, outcomeOf } from "../statistics/goal.ts";
import { sampleOf } from "../statistics/summarise.ts";
import { mergeTallies, newTally, type Tally } from "../statistics/tally.ts";
import { type Control, endEarly, goOn } from "./control.ts";
import { isCheckpoint } from "./isCheckpoint.ts";
import type { Runner } from "./runner.ts";
import { summariseOptions } from "./summariseOptions.ts";

/** Where blocks are computed, and who may stop that. */
export interface Computing {
  readonly runBlocks: Runner;
  readonly control: Control;
}

/** Who is told how far a simulation is. */
export interface SimulationWatch {
  readonly onTally?: (tally: Tally) => void;
  /** How sure the figures of goals are, whenever that was looked at. */
  readonly onCheck?: (outcomes: readonly GoalOutcome[]) => void;
}

/**
 * All replications of a plan; fewer where the run is stopped, or where all `goals` are reached. That is looked at when blocks are merged,
 * which happens in order: what was computed beyond is dropped, so that the tally is the same for any number of threads.
 */
export async function simulate(
  plan: Plan,
  goals: readonly Goal[],
  { runBlocks, control }: Computing,
  { onTally, onCheck }: SimulationWatch,
): Promise<Tally> {
  const tally = tallyFor(plan);
  let isEnough = false;
  await runBlocks(plan, control, (block) => {
    if (isEnough) return;
    mergeTallies(tally, block);
    onTally?.(tally);
    if (goals.length === 0 || !isCheckpoint(tally.blockCounts.length)) return;
    const outcomes = outcomesOf(goals, plan, tally);
    onCheck?.(outcomes);
    isEnough = outcomes.every(({ isReached }) => isReached);
    if (isEnough) endEarly(control);
  });
  goOn(control);
  return tally;
}

/** An empty tally with room for all of a plan's replications. */
function tallyFor(plan: Plan): Tally {
  const { replications, periods, columns } = plan;
  const series = planSeries(plan).length;
  return newTally({ replications, periods: periods.length, columns: columns.length, series });
}

function outcomesOf(goals: readonly Goal[], plan: Plan, tally: Tally): GoalOutcome[] {
  const sample = sampleOf(tally, summariseOptions(plan, tally));
  return goals.map((goal) => outcomeOf(goal, sample));
}
