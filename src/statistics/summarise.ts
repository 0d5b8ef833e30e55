import { metricIndex, periodMetrics } from "../plan/metrics.ts";
import { columnFigure } from "./columnFigure.ts";
import { periodFigure } from "./periodFigure.ts";
import type { ColumnResult, PeriodResult, Results } from "./results.ts";
import type { Sampling } from "./standardError.ts";
import { stillRunning } from "./stillRunning.ts";
import type { Tally } from "./tally.ts";

export interface SummariseOptions {
  /** Names of the columns, as in `plan.columns`. */
  readonly columns: readonly string[];
  /** Whether a block's replications share what was drawn once for the block: standard errors then come from the blocks. */
  readonly clustered: boolean;
}

/**
 * All figures of a run from its tally. The values of columns are views of the tally's memory, not copies.
 * O(replications x columns) and a sort each, and O(bins of the sketch).
 */
export function summarise(tally: Tally, { columns, clustered }: SummariseOptions): Results {
  const blockCounts = Int32Array.from(tally.blockCounts);
  const sampling = { clustered, blockCounts };
  const lastRunning = tally.lastRunning.subarray(0, tally.count);
  return {
    replications: tally.count,
    clustered,
    blockCounts,
    periods: periodResults(tally, lastRunning, sampling),
    columns: Object.fromEntries(columns.map((name, column) => [name, columnResult(tally, column, sampling)])),
    lastRunning,
    endings: tally.endings.subarray(0, tally.count),
    maxImbalance: tally.maxImbalance,
    maxMemberImbalance: tally.maxMemberImbalance,
  };
}

function columnResult({ columns, capacity, count }: Tally, column: number, sampling: Sampling): ColumnResult {
  const values = columns.subarray(column * capacity, column * capacity + count);
  return { values, figure: columnFigure(values, sampling) };
}

function periodResults(tally: Tally, lastRunning: Int32Array, sampling: Sampling): PeriodResult[] {
  return stillRunning(lastRunning, tally.periods, sampling).map((running, period) => ({
    running,
    figures: periodFigures(tally, period, sampling.clustered),
  }));
}

function periodFigures(tally: Tally, period: number, clustered: boolean): PeriodResult["figures"] {
  const figureOf = (metric: number) => periodFigure(tally, metric * tally.periods + period, clustered);
  return Object.fromEntries(
    periodMetrics.map(({ key }) => [key, figureOf(metricIndex[key])]),
  ) as PeriodResult["figures"];
}
