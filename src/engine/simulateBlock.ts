import { periodMetrics } from "../plan/metrics.ts";
import type { Plan } from "../plan/plan.ts";
import { redrawShapes } from "../plan/redrawShapes.ts";
import { seedKey } from "../random/seedKey.ts";
import { check, type Imbalance } from "./check.ts";
import { newExactPool } from "./exactPool.ts";
import { newFastPool } from "./fastPool.ts";
import { fillColumns, fillYearEnd } from "./fillColumns.ts";
import { openLanes } from "./lanes.ts";
import type { BlockOutcome } from "./outcome.ts";
import { record } from "./record.ts";
import { newState } from "./state.ts";
import { step } from "./step.ts";

/** Replications simulated side by side: their cells fit the processor's cache. */
const laneCount = 64;

/**
 * Simulates one block of a plan's replications: a pure function of plan and block, the unit that runners hand out.
 *
 * @param block from 0 to `blockCount(plan) - 1`
 * @throws BrokenInvariant
 */
export function simulateBlock(plan: Plan, block: number): BlockOutcome {
  const ofBlock = redrawShapes(plan, block);
  const first = block * plan.blockSize;
  const outcome = emptyOutcome(ofBlock, block, first, Math.min(plan.blockSize, plan.replications - first));
  const worst: Imbalance = { money: 0, members: 0 };
  for (let offset = 0; offset < outcome.count; offset += laneCount) {
    simulateLanes(ofBlock, outcome, offset, Math.min(laneCount, outcome.count - offset), worst);
  }
  fillColumns(ofBlock, outcome);
  return { ...outcome, maxImbalance: worst.money, maxMemberImbalance: worst.members };
}

/** Blocks that a plan's replications make. */
export function blockCount({ replications, blockSize }: Plan): number {
  return Math.ceil(replications / blockSize);
}

/** Some replications of the block side by side, from the first period to the last. */
function simulateLanes(
  plan: Plan,
  outcome: BlockOutcome,
  offset: number,
  count: number,
  worst: Imbalance,
): void {
  const lanes = openLanes(plan.draws, seedKey(plan.seed), outcome.first + offset, count);
  const state = newState(plan, lanes);
  const pool = plan.lumped ? newFastPool(plan, plan.lumped, state) : newExactPool(plan, state);
  const membersBefore = state.joinedSoFar.slice();
  for (let t = 0; t < plan.periods.length; t++) {
    step(plan, state, pool, t);
    check(plan, state, t, membersBefore, worst);
    record(plan, state, outcome, offset, t);
    fillYearEnd(plan, state, outcome, offset, t);
    membersBefore.set(state.now.members);
  }
  outcome.lastRunning.set(state.lastRunning, offset);
  outcome.endings.set(state.ending, offset);
}

function emptyOutcome(plan: Plan, block: number, first: number, count: number): BlockOutcome {
  return {
    block,
    first,
    count,
    periods: plan.periods.length,
    paths: new Float64Array(periodMetrics.length * plan.periods.length * count),
    columns: new Float64Array(plan.columns.length * count),
    lastRunning: new Int32Array(count),
    endings: new Uint8Array(count),
    maxImbalance: 0,
    maxMemberImbalance: 0,
  };
}
