import { describe, expect, it } from "vitest";
import { periodMetrics } from "../../src/plan/metrics.ts";
import { transferables } from "../../src/statistics/tallies.ts";
import { mergeTallies, newTally, packTally, type Tally } from "../../src/statistics/tally.ts";
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
    expect(packTally(tallyOf(8))).toEqual(packTally(tallyOf(8)));
  });

  it("gives the same counts, bins, columns and endings however replications are cut into blocks, and means to 1e-12", () => {
    const [a, b] = [packTally(tallyOf(60)), packTally(tallyOf(7))];
    expect([a.sample, a.columns, a.lastRunning, a.endings]).toEqual([
      b.sample,
      b.columns,
      b.lastRunning,
      b.endings,
    ]);
    expect(a.moments.weight).toEqual(b.moments.weight);
    for (const [cell, mean] of a.moments.mean.entries()) {
      const sd = Math.sqrt(a.moments.squares[cell] / a.moments.weight[cell]);
      expect(Math.abs(mean - b.moments.mean[cell])).toBeLessThanOrEqual(1e-12 * Math.max(sd, Math.abs(mean)));
      expect(Math.abs(a.moments.squares[cell] / b.moments.squares[cell] - 1)).toBeLessThan(1e-9);
    }
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

describe("packTally", () => {
  it("goes on to the same bits after an interruption", () => {
    const blocks = makeOutcomes("tally", total, 8).map((outcome) => tallyBlock(outcome, { columns: 3 }));
    const before = newTally({ replications: total, periods, columns: 3 });
    for (const block of blocks.slice(0, 4)) mergeTallies(before, block);
    const after = newTally({ replications: total, periods, columns: 3 });
    mergeTallies(after, structuredClone(packTally(before)));
    for (const block of blocks.slice(4)) mergeTallies(after, block);
    expect(packTally(after)).toEqual(packTally(tallyOf(8)));
  });
});

describe("transferables", () => {
  it("hands over every buffer once, so that a structured clone copies none", () => {
    const [outcome] = makeOutcomes("tally", 10, 10);
    const tallies = tallyBlock(outcome, { columns: 3 });
    const buffers = transferables(tallies);
    expect(new Set(buffers).size).toBe(buffers.length);
    const moved = structuredClone(tallies, { transfer: buffers });
    expect(moved.columns.length).toBe(30);
    expect([outcome.paths.length, tallies.columns.length, tallies.moments.mean.length]).toEqual([0, 0, 0]);
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
