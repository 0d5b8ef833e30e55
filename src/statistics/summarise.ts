import { metricIndex, periodMetrics } from "../plan/metrics.ts";
import { columnFigure } from "./columnFigure.ts";
import { periodFigure } from "./periodFigure.ts";
import type { PeriodResult, Results, Sample, SeriesResult } from "./results.ts";
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

/** The columns of a tally, for questions. Their values are views of the tally's memory, not copies. */
export function sampleOf(tally: Tally, { columns, clustered }: SummariseOptions): Sample {
  const { capacity, count } = tally;
  const valuesOf = (column: number) => tally.columns.subarray(column * capacity, column * capacity + count);
  return {
    replications: count,
    clustered,
    blockCounts: Int32Array.from(tally.blockCounts),
    columns: Object.fromEntries(columns.map((name, column) => [name, { values: valuesOf(column) }])),
  };
}

/**
 * All figures of a run from its tally. O(replications x columns) and a sort each, and O(bins of the sketch).
 */
export function summarise(tally: Tally, options: SummariseOptions): Results {
  const sample = sampleOf(tally, options);
  return {
    ...sample,
    series: tally.series.map((series) => seriesResult(series, tally.count, sample)),
    columns: Object.fromEntries(
      Object.entries(sample.columns).map(([name, { values }]) => [
        name,
        { values, figure: columnFigure(values, sample) },
      ]),
    ),
    maxImbalance: tally.maxImbalance,
    maxMemberImbalance: tally.maxMemberImbalance,
  };
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
