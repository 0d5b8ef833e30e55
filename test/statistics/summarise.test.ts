import { mean, sampleStandardDeviation } from "simple-statistics";
import { describe, expect, it } from "vitest";
import { metricIndex, periodMetrics } from "../../src/plan/metrics.ts";
import {
  type OrderStatistics,
  quantile,
  quantileError,
  sortedSample,
} from "../../src/statistics/quantile.ts";
import { standardError } from "../../src/statistics/standardError.ts";
import { summarise } from "../../src/statistics/summarise.ts";
import { mergeTallies, newTally } from "../../src/statistics/tally.ts";
import { tallyBlock } from "../../src/statistics/tallyBlock.ts";
import { columnNames, makeOutcomes, seriesCount } from "./makeOutcome.ts";

const periods = 5;

function summaryOf(total: number, size: number, clustered = false) {
  const outcomes = makeOutcomes("summary", total, size);
  const tally = newTally({ replications: total, periods, columns: 3, series: seriesCount });
  for (const outcome of outcomes) mergeTallies(tally, tallyBlock(outcome, { columns: 3 }));
  return { outcomes, results: summarise(tally, { columns: columnNames, clustered }) };
}

/** All values of a metric of a series in a period, of the replications that have it; and of which block each is. */
function bruteForce(
  outcomes: ReturnType<typeof makeOutcomes>,
  series: number,
  metric: number,
  period: number,
) {
  const found = outcomes.map((outcome) => {
    const { count } = outcome;
    const { paths, lastRunning } = outcome.series[series];
    const cell = metric * periods + period;
    const values = Array.from(paths.subarray(cell * count, (cell + 1) * count));
    return values.filter((_, i) => !periodMetrics[metric].running || lastRunning[i] >= period);
  });
  return { values: Float64Array.from(found.flat()), blockCounts: found.map(({ length }) => length) };
}

const near = (value: number, wanted: number, tolerance: number) =>
  expect(Math.abs(value - wanted)).toBeLessThanOrEqual(tolerance * Math.max(1e-6, Math.abs(wanted)));

/** The largest size of a number between two quantiles: binned numbers are off by at most 0.2 % of it. */
const size = (sample: OrderStatistics, from: number, to: number) =>
  Math.max(1e-6, Math.abs(quantile(sample, from)), Math.abs(quantile(sample, to)));

describe("summarise", () => {
  const { outcomes, results } = summaryOf(60, 7);

  it.each([0, 1, 2])("agrees with brute force in every figure of every period of series %i", (series) => {
    for (const [metric, { key }] of periodMetrics.entries()) {
      for (let period = 0; period < periods; period++) {
        const { values } = bruteForce(outcomes, series, metric, period);
        const figure = results.series[series].periods[period].figures[key];
        const sample = sortedSample(values);
        if (figure === null) throw new Error("no figure");
        near(figure.mean, mean(Array.from(values)), 1e-12);
        near(figure.sd, sampleStandardDeviation(Array.from(values)), 1e-12);
        near(figure.se, figure.sd / Math.sqrt(values.length), 1e-12);
        expect(Math.abs(figure.q50 - quantile(sample, 0.5))).toBeLessThanOrEqual(
          0.002 * size(sample, 0.48, 0.52),
        );
        expect(Math.abs(figure.q05 - quantile(sample, 0.05))).toBeLessThanOrEqual(
          0.002 * size(sample, 0, 0.1),
        );
        expect(Math.abs(figure.seQ95 - quantileError(sample, 0.95))).toBeLessThanOrEqual(
          0.002 * size(sample, 0.85, 1),
        );
      }
    }
  });

  it("gives exact quantiles of columns, and null where a value is infinite", () => {
    const values = results.columns["total.cost"].values;
    expect(results.columns["total.cost"].figure?.q95).toBe(quantile(sortedSample(values), 0.95));
    expect(results.columns["ending.year"].figure).toBeNull();
    expect(results.columns["ending.year"].values.length).toBe(60);
  });

  it("tells which part of the replications still ran", () => {
    for (const { periods, lastRunning, endings } of results.series) {
      for (const [period, { running }] of periods.entries()) {
        const ran = lastRunning.filter((last) => last >= period).length;
        expect(running.value).toBe(ran / 60);
        expect(running.se).toBeGreaterThan(0);
      }
      expect([lastRunning.length, endings.length]).toEqual([60, 60]);
    }
  });

  it("takes standard errors of clustered replications from the blocks", () => {
    const clustered = summaryOf(60, 7, true);
    const { values } = clustered.results.columns["total.cost"];
    expect(clustered.results.columns["total.cost"].figure?.se).toBe(standardError(values, clustered.results));
    for (const key of ["aid", "share"] as const) {
      const brute = bruteForce(clustered.outcomes, 1, metricIndex[key], 3);
      const figure = clustered.results.series[1].periods[3].figures[key];
      near(
        figure?.se ?? 0,
        standardError(brute.values, { clustered: true, blockCounts: brute.blockCounts }),
        1e-9,
      );
      const ratio = (figure?.seQ50 ?? 0) / (results.series[1].periods[3].figures[key]?.seQ50 ?? 0);
      near(ratio, (figure?.se ?? 0) / (results.series[1].periods[3].figures[key]?.se ?? 0), 1e-9);
    }
  });

  it("takes the error of a clustered running probability from the blocks", () => {
    const clustered = summaryOf(60, 7, true).results;
    for (const { periods, lastRunning } of clustered.series) {
      const runs = Float64Array.from(lastRunning, (last) => (last >= 4 ? 1 : 0));
      expect(periods[4].running.se).toBe(standardError(runs, clustered));
    }
  });

  it("has no figure of a running metric after all plans ended, but of the run-off", () => {
    const [outcome] = makeOutcomes("summary", 10, 10);
    outcome.series[0].lastRunning.fill(2);
    const tally = newTally({ replications: 10, periods, columns: 3, series: seriesCount });
    mergeTallies(tally, tallyBlock(outcome, { columns: 3 }));
    const [, , third, fourth] = summarise(tally, { columns: columnNames, clustered: false }).series[0]
      .periods;
    expect([third.figures.share === null, fourth.figures.share === null]).toEqual([false, true]);
    expect(fourth.figures.aid).not.toBeNull();
    expect(fourth.running.value).toBe(0);
  });

  it("never gives NaN, not even for one replication or one block", () => {
    for (const clustered of [false, true]) {
      for (const { series, columns } of [
        summaryOf(1, 1, clustered).results,
        summaryOf(2, 5, clustered).results,
      ]) {
        const figures = [
          ...series.flatMap(({ periods }) => periods.flatMap(({ figures }) => Object.values(figures))),
          ...Object.values(columns).map((c) => c.figure),
        ];
        for (const figure of figures) {
          for (const number of Object.values(figure ?? {})) expect(number).not.toBeNaN();
        }
      }
    }
  });
});
