import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { metricIndex, periodMetrics } from "../../src/plan/metrics.ts";
import { type SeriesBlock, transferables } from "../../src/statistics/blockTally.ts";
import { fullSketch, type SeriesTally } from "../../src/statistics/seriesTally.ts";
import { forEachBin } from "../../src/statistics/sketch.ts";
import { mergeTallies, newTally, type Tally } from "../../src/statistics/tally.ts";
import { tallyBlock } from "../../src/statistics/tallyBlock.ts";
import { makeOutcomes, seriesCount } from "./makeOutcome.ts";

const total = 60;
const periods = 5;

const newTallyOf = (replications: number) =>
  newTally({ replications, periods, columns: 3, series: seriesCount });

function tallyOf(size: number): Tally {
  const tally = newTallyOf(total);
  for (const outcome of makeOutcomes("tally", total, size))
    mergeTallies(tally, tallyBlock(outcome, { columns: 3 }));
  return tally;
}

/** Each cell's bins with their counts and, where a bin's numbers are all the same, that number. */
function binsOf(series: SeriesTally): (readonly number[])[][] {
  const sketch = fullSketch(series);
  return sketch.directories.map((_, cell) => {
    const bins: number[][] = [];
    forEachBin(sketch, cell, (bin, count, value) => bins.push([bin, count, count > 0 ? value : 0]));
    return bins;
  });
}

describe("mergeTallies", () => {
  it("has the replications in which a series ran in a period, for running metrics, and all for the others", () => {
    for (const { lastRunning, moments } of tallyOf(7).series) {
      for (const [metric, { running }] of periodMetrics.entries()) {
        for (let period = 0; period < periods; period++) {
          const ran = lastRunning.filter((last) => last >= period).length;
          expect(moments.weight[metric * periods + period]).toBe(running ? ran : total);
        }
      }
    }
  });

  it("gives the same bits for the same blocks", () => {
    const [a, b] = [tallyOf(8), tallyOf(8)];
    expect(a.series.map(binsOf)).toEqual(b.series.map(binsOf));
    expect(isDeepStrictEqual(a, b)).toBe(true);
  });

  it("gives the same counts, bins and endings of each series however replications are cut into blocks, and means to 1e-12", () => {
    const [whole, cut] = [tallyOf(60), tallyOf(7)];
    expect(whole.columns).toEqual(cut.columns);
    for (const [s, a] of whole.series.entries()) {
      const b = cut.series[s];
      expect(binsOf(a)).toEqual(binsOf(b));
      expect([a.lastRunning, a.endings]).toEqual([b.lastRunning, b.endings]);
      expect(a.moments.weight).toEqual(b.moments.weight);
      for (const [cell, mean] of a.moments.mean.entries()) {
        const [squares, others] = [a.moments.squares[cell], b.moments.squares[cell]];
        const size = Math.max(Math.sqrt(squares / a.moments.weight[cell]), Math.abs(mean));
        expect(Math.abs(mean - b.moments.mean[cell])).toBeLessThanOrEqual(1e-12 * size);
        expect(Math.abs(squares - others)).toBeLessThanOrEqual(1e-9 * others);
      }
    }
  });

  it("tells the series apart", () => {
    const [plan, first, second] = tallyOf(7).series;
    expect(binsOf(plan)).not.toEqual(binsOf(first));
    expect(first.moments.mean).not.toEqual(second.moments.mean);
    expect(first.lastRunning).not.toEqual(second.lastRunning);
  });

  it("keeps the replications of each block, and the moments over the means of blocks", () => {
    const tally = tallyOf(25);
    expect(tally.blockCounts).toEqual([25, 25, 10]);
    const last = (periodMetrics.length - 1) * periods;
    const blocks = makeOutcomes("tally", total, 25).map((outcome) => tallyBlock(outcome, { columns: 3 }));
    for (const [s, { betweenBlocks }] of tally.series.entries()) {
      const moments = blocks.map(({ series }) => series[s].moments);
      const weights = moments.map(({ weight }) => weight[last] ** 2);
      const sum = weights.reduce((all, weight) => all + weight, 0);
      const mean = moments.reduce((all, of, b) => all + (weights[b] * of.mean[last]) / sum, 0);
      expect(betweenBlocks.weight[last]).toBe(sum);
      expect(betweenBlocks.mean[last] / mean).toBeCloseTo(1, 12);
    }
  });

  it("has columns of nothing but 0 like others", () => {
    const outcomes = makeOutcomes("tally", 20, 10);
    outcomes[0].columns.fill(0, 10, 20);
    const tally = newTallyOf(20);
    for (const outcome of outcomes) mergeTallies(tally, tallyBlock(outcome, { columns: 3 }));
    expect(Array.from(tally.columns.subarray(20, 40))).toEqual([
      ...Array(10).fill(0),
      ...outcomes[1].columns.subarray(10, 20),
    ]);
  });

  it("keeps the largest imbalance", () => {
    expect(tallyOf(10).maxImbalance).toBe(6e-12);
  });

  it("refuses replications out of order, and more than it has room for", () => {
    const [first, second] = makeOutcomes("tally", 20, 10).map((outcome) =>
      tallyBlock(outcome, { columns: 3 }),
    );
    const tally = newTallyOf(15);
    expect(() => mergeTallies(tally, second)).toThrow("replication 0 must come next, not 10");
    mergeTallies(tally, first);
    expect(() => mergeTallies(tally, second)).toThrow("no room for replication 15");
  });
});

describe("transferables", () => {
  it("hands over every buffer once, so that a structured clone copies none", () => {
    const [outcome] = makeOutcomes("tally", 10, 10);
    const tally = tallyBlock(outcome, { columns: 3 });
    const buffers = transferables(tally);
    expect(new Set(buffers).size).toBe(buffers.length);
    const moved = structuredClone(tally, { transfer: buffers });
    expect(moved.columns.length).toBe(30);
    const left = [outcome.columns, tally.columns, ...tally.series.flatMap(arraysIn)];
    expect(left.map(({ byteLength }) => byteLength)).toEqual(left.map(() => 0));
  });
});

const arraysIn = ({ moments, constant, paths, lastRunning, endings }: SeriesBlock) => [
  ...Object.values(moments),
  constant,
  paths,
  lastRunning,
  endings,
];

describe("tallyBlock", () => {
  const cases = metricIndex.cases * periods * 10;

  it.each([
    [0, Number.NaN, "block 0: cases of period 0 is not finite"],
    [0, Number.POSITIVE_INFINITY, "block 0: cases of period 0 is not finite"],
    [2, Number.NaN, "block 0: cases of pool 2 of period 0 is not finite"],
  ])("fails loudly where a metric of series %i is %d", (series, wrong, message) => {
    const [outcome] = makeOutcomes("tally", 10, 10);
    outcome.series[series].paths[cases] = wrong;
    expect(() => tallyBlock(outcome, { columns: 3 })).toThrow(message);
    outcome.series[series].paths.fill(wrong, cases, cases + 10);
    expect(() => tallyBlock(outcome, { columns: 3 })).toThrow(message);
  });

  it("fails loudly where a column is not a number", () => {
    const [outcome] = makeOutcomes("tally", 10, 10);
    outcome.columns[3] = Number.NaN;
    expect(() => tallyBlock(outcome, { columns: 3 })).toThrow("a column is not a number");
  });

  it("ignores what stands where a series did not run any more", () => {
    const [outcome] = makeOutcomes("tally", 10, 10);
    for (const { lastRunning, paths } of outcome.series) {
      lastRunning.fill(1);
      paths.fill(Number.NaN, 4 * 10, 5 * 10);
    }
    for (const { moments } of tallyBlock(outcome, { columns: 3 }).series) expect(moments.weight[4]).toBe(0);
  });

  it("knows the cells in which nothing differs", () => {
    const [outcome] = makeOutcomes("tally", 60, 30);
    const { constant, moments } = tallyBlock(outcome, { columns: 3 }).series[1];
    const cellsOf = (metric: number) => constant.slice(metric * periods, (metric + 1) * periods);
    expect(Array.from(cellsOf(metricIndex.deposits))).toEqual([1, 1, 1, 1, 1]);
    expect(Array.from(cellsOf(metricIndex.denied))).toEqual([1, 1, 1, 1, 1]);
    expect(moments.mean[metricIndex.denied * periods]).toBe(4.31);
    expect(constant.filter((one) => one === 1).length).toBe(10);
  });
});
