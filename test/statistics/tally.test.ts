import { describe, expect, it } from "vitest";
import { periodMetrics } from "../../src/plan/metrics.ts";
import { transferables } from "../../src/statistics/blockTally.ts";
import { forEachBin } from "../../src/statistics/sketch.ts";
import { fullSketch, mergeTallies, newTally, type Tally } from "../../src/statistics/tally.ts";
import { tallyBlock } from "../../src/statistics/tallyBlock.ts";
import { makeOutcomes } from "./makeOutcome.ts";

const total = 60;
const periods = 5;

function tallyOf(size: number): Tally {
  const tally = newTally({ replications: total, periods, columns: 3 });
  for (const outcome of makeOutcomes("tally", total, size))
    mergeTallies(tally, tallyBlock(outcome, { columns: 3 }));
  return tally;
}

/** Each cell's bins with their counts and, where a bin's numbers are all the same, that number. */
function binsOf(tally: Tally): (readonly number[])[][] {
  const sketch = fullSketch(tally);
  return sketch.directories.map((_, cell) => {
    const bins: number[][] = [];
    forEachBin(sketch, cell, (bin, count, value) => bins.push([bin, count, count > 0 ? value : 0]));
    return bins;
  });
}

describe("mergeTallies", () => {
  it("has the replications that ran in a period, for running metrics, and all for the others", () => {
    const { lastRunning, moments } = tallyOf(7);
    for (const [metric, { running }] of periodMetrics.entries()) {
      for (let period = 0; period < periods; period++) {
        const ran = lastRunning.filter((last) => last >= period).length;
        expect(moments.weight[metric * periods + period]).toBe(running ? ran : total);
      }
    }
  });

  it("gives the same bits for the same blocks", () => {
    const [a, b] = [tallyOf(8), tallyOf(8)];
    expect(binsOf(a)).toEqual(binsOf(b));
    expect(a).toEqual(b);
  });

  it("gives the same counts, bins, columns and endings however replications are cut into blocks, and means to 1e-12", () => {
    const [a, b] = [tallyOf(60), tallyOf(7)];
    expect(binsOf(a)).toEqual(binsOf(b));
    expect([a.columns, a.lastRunning, a.endings]).toEqual([b.columns, b.lastRunning, b.endings]);
    expect(a.moments.weight).toEqual(b.moments.weight);
    for (const [cell, mean] of a.moments.mean.entries()) {
      const sd = Math.sqrt(a.moments.squares[cell] / a.moments.weight[cell]);
      expect(Math.abs(mean - b.moments.mean[cell])).toBeLessThanOrEqual(1e-12 * Math.max(sd, Math.abs(mean)));
      expect(Math.abs(a.moments.squares[cell] / b.moments.squares[cell] - 1)).toBeLessThan(1e-9);
    }
  });

  it("keeps the replications of each block, and the moments over the means of blocks", () => {
    const tally = tallyOf(25);
    expect(tally.blockCounts).toEqual([25, 25, 10]);
    const last = (periodMetrics.length - 1) * periods;
    const blocks = makeOutcomes("tally", total, 25).map((outcome) => tallyBlock(outcome, { columns: 3 }));
    const weights = blocks.map(({ moments }) => moments.weight[last] ** 2);
    const sum = weights.reduce((all, weight) => all + weight, 0);
    const mean = blocks.reduce((all, { moments }, b) => all + (weights[b] * moments.mean[last]) / sum, 0);
    expect(tally.betweenBlocks.weight[last]).toBe(sum);
    expect(tally.betweenBlocks.mean[last]).toBeCloseTo(mean, 9);
  });

  it("keeps the largest imbalance", () => {
    expect(tallyOf(10).maxImbalance).toBe(6e-12);
  });

  it("refuses replications out of order, and more than it has room for", () => {
    const [first, second] = makeOutcomes("tally", 20, 10).map((outcome) =>
      tallyBlock(outcome, { columns: 3 }),
    );
    const tally = newTally({ replications: 15, periods, columns: 3 });
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
    expect([outcome.paths.length, tally.columns.length, tally.moments.mean.length]).toEqual([0, 0, 0]);
  });
});

describe("tallyBlock", () => {
  it("fails loudly where a metric is not a number", () => {
    const [outcome] = makeOutcomes("tally", 10, 10);
    outcome.paths[9 * periods * 10] = Number.NaN;
    expect(() => tallyBlock(outcome, { columns: 3 })).toThrow("block 0: cases of period 0 is not finite");
  });

  it("fails loudly where a column is not a number", () => {
    const [outcome] = makeOutcomes("tally", 10, 10);
    outcome.columns[3] = Number.NaN;
    expect(() => tallyBlock(outcome, { columns: 3 })).toThrow("a column is not a number");
  });

  it("ignores what stands where the plan did not run any more", () => {
    const [outcome] = makeOutcomes("tally", 10, 10);
    outcome.lastRunning.fill(1);
    outcome.paths.fill(Number.NaN, 4 * 10, 5 * 10);
    expect(tallyBlock(outcome, { columns: 3 }).moments.weight[4]).toBe(0);
  });
});
