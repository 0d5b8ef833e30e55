import { metricIndex, periodMetrics } from "../plan/metrics.ts";
import { columnFigure } from "./columnFigure.ts";
import { periodFigure } from "./periodFigure.ts";
import type { ColumnResult, PeriodResult, Results, SeriesResult } from "./results.ts";
import type { SeriesTally } from "./seriesTally.ts";
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
  return {
    replications: tally.count,
    clustered,
    blockCounts,
    series: tally.series.map((series) => seriesResult(series, tally.count, sampling)),
    columns: Object.fromEntries(columns.map((name, column) => [name, columnResult(tally, column, sampling)])),
    maxImbalance: tally.maxImbalance,
    maxMemberImbalance: tally.maxMemberImbalance,
  };
}

function columnResult({ columns, capacity, count }: Tally, column: number, sampling: Sampling): ColumnResult {
  const values = columns.subarray(column * capacity, column * capacity + count);
  return { values, figure: columnFigure(values, sampling) };
}

function seriesResult(series: SeriesTally, count: number, sampling: Sampling): SeriesResult {
  const lastRunning = series.lastRunning.subarray(0, count);
  const periods = stillRunning(lastRunning, series.periods, sampling).map((running, period) => ({
    running,
    figures: periodFigures(series, period, sampling),
  }));
  return { periods, lastRunning, endings: series.endings.subarray(0, count) };
}

function periodFigures(series: SeriesTally, period: number, sampling: Sampling): PeriodResult["figures"] {
  const figureOf = (metric: number) => periodFigure(series, metric * series.periods + period, sampling);
  return Object.fromEntries(
    periodMetrics.map(({ key }) => [key, figureOf(metricIndex[key])]),
  ) as PeriodResult["figures"];
}
