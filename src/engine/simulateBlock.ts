import { copiesMetrics } from "../plan/columns.ts";
import { classMetrics, periodMetrics } from "../plan/metrics.ts";
import type { Plan } from "../plan/plan.ts";
import { planClasses } from "../plan/planClasses.ts";
import { planSeries } from "../plan/planSeries.ts";
import { redrawShapes } from "../plan/redrawShapes.ts";
import type { Imbalance } from "./check.ts";
import { newArena } from "./fast/kernel/arena.ts";
import { fillColumns } from "./fillColumns.ts";
import { openLanes } from "./lanes.ts";
import type { BlockOutcome } from "./outcome.ts";
import { endMetrics, type Recording } from "./recording.ts";
import { simulateLanes } from "./simulateLanes.ts";

/** Replications simulated side by side: their cells fit the processor's cache. */
const laneCount = 64;

/** One lane group after the other is simulated in the same memory. */
const arena = newArena();
const nothing = arena.used();

/**
 * Simulates one block of a plan's replications: a pure function of plan and block, the unit that runners hand out.
 *
 * @param block from 0 to `blockCount(plan) - 1`
 * @throws BrokenInvariant
 */
export function simulateBlock(plan: Plan, block: number): BlockOutcome {
  const ofBlock = redrawShapes(plan, block);
  const first = block * plan.blockSize;
  const recording = newRecording(ofBlock, block, Math.min(plan.blockSize, plan.replications - first));
  const worst: Imbalance = { money: 0, members: 0 };
  const { outcome } = recording;
  for (let offset = 0; offset < outcome.count; offset += laneCount) {
    const count = Math.min(laneCount, outcome.count - offset);
    arena.giveUp(nothing);
    const lanes = openLanes(plan.draws, plan.luck, first + offset, count, plan.blockSize, arena);
    simulateLanes(ofBlock, recording, offset, lanes, worst);
  }
  fillColumns(ofBlock, recording);
  return { ...outcome, maxImbalance: worst.money, maxMemberImbalance: worst.members };
}

function newRecording(plan: Plan, block: number, count: number): Recording {
  const { periods, pools } = plan;
  const series = planSeries(plan);
  const paths = () => new Float64Array(periodMetrics.length * periods.length * count);
  return {
    outcome: {
      block,
      first: block * plan.blockSize,
      count,
      periods: periods.length,
      series: series.map(() => ({
        paths: paths(),
        lastRunning: new Int32Array(count),
        endings: new Uint8Array(count),
      })),
      columns: new Float64Array(plan.columns.length * count),
      maxImbalance: 0,
      maxMemberImbalance: 0,
    },
    classPaths: new Float64Array(classMetrics.length * planClasses(plan).length * periods.length * count),
    atEnd: series.map(() => new Float64Array(endMetrics.length * count)),
    copies: pools.map(({ copies }) => (copies > 1 ? new Float64Array(copiesMetrics.length * count) : null)),
  };
}
