import type { BlockOutcome } from "../engine/outcome.ts";
import { periodMetrics } from "../plan/metrics.ts";
import type { BlockTally } from "./blockTally.ts";
import { emptyMoments, type Moments, setMoments } from "./moments.ts";
import { cellMetric, gatherCell } from "./presence.ts";

/**
 * Sums up one block, in the thread that simulated it. A `running` metric counts only the replications whose
 * plan ran in the period; the other metrics count all. O(metrics x periods x replications), about 2 ns each.
 *
 * Paths, columns, endings and last running periods are handed on as they are (same buffers).
 *
 * @throws Error where a metric or a column is not a number: that is a bug of the engine, not the user's mistake.
 */
export function tallyBlock(outcome: BlockOutcome, options: { readonly columns: number }): BlockTally {
  const { first, count, periods, paths, lastRunning, endings, maxImbalance, maxMemberImbalance } = outcome;
  const columns = outcome.columns.subarray(0, options.columns * count);
  if (columns.some(Number.isNaN)) throw new Error(`block ${outcome.block}: a column is not a number`);
  return {
    first,
    count,
    periods,
    moments: momentsOfBlock(outcome),
    paths,
    columns,
    lastRunning,
    endings,
    maxImbalance,
    maxMemberImbalance,
  };
}

function momentsOfBlock({ block, count, periods, paths, lastRunning }: BlockOutcome): Moments {
  const cells = periodMetrics.length * periods;
  const moments = emptyMoments(cells);
  const values = new Float64Array(count);
  for (let cell = 0; cell < cells; cell++) {
    setMoments(moments, cell, values, gatherCell(paths, cell, periods, lastRunning, values));
    if (!Number.isFinite(moments.squares[cell])) {
      throw new Error(
        `block ${block}: ${cellMetric(cell, periods).key} of period ${cell % periods} is not finite`,
      );
    }
  }
  return moments;
}
