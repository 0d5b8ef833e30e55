import { totalmem } from "node:os";
import { describe, expect, it } from "vitest";
import { blockCount } from "../../src/plan/blockCount.ts";
import { periodMetrics } from "../../src/plan/metrics.ts";
import { estimateMemory, estimateSeconds } from "../../src/run/estimateCost.ts";
import { mostBlocksUnderWay } from "../../src/run/threads.ts";
import { whyTooLarge } from "../../src/run/whyTooLarge.ts";
import { waitingNumbers } from "../../src/statistics/seriesTally.ts";
import { readySmall, twoPools } from "./smallScenario.ts";

const { plan } = readySmall();
const withReplications = (replications: number) => ({ ...plan, replications });

describe("the cost of a run", () => {
  it("in time grows with replications and falls with threads, though not beyond one block each", () => {
    const many = withReplications(1e6);
    const work = (threads: number) => estimateSeconds(many, threads) - estimateSeconds(many, 1e9);
    expect(estimateSeconds(withReplications(2e6), 1)).toBeGreaterThan(1.9 * estimateSeconds(many, 1) - 5);
    expect(work(1)).toBeGreaterThan(1.9 * work(2));
    expect(estimateSeconds(withReplications(100), 8)).toBe(estimateSeconds(withReplications(100), 1));
  });

  it("in time grows with pools and their copies", () => {
    const work = (pools: typeof plan.pools) =>
      estimateSeconds({ ...plan, pools }, 1) - estimateSeconds({ ...plan, pools: [] }, 1);
    const [pool] = plan.pools;
    expect(work([pool, pool]) / work([pool])).toBeCloseTo(2, 9);
    expect(work([{ ...pool, copies: 600 }]) / work([pool])).toBeCloseTo(600, 6);
  });

  it("in memory grows by the table of replications only, once the blocks under way are at their most", () => {
    const grown = estimateMemory(withReplications(2e6), 2) - estimateMemory(withReplications(1e6), 2);
    expect(grown).toBe(1e6 * 8 * (plan.columns.length + 1));
  });

  it("in memory counts the series of a plan of several pools", () => {
    const several = readySmall({}, twoPools).plan;
    const of = (one: typeof plan, replications: number) => estimateMemory({ ...one, replications }, 2);
    expect(of(several, 2e6) - of(several, 1e6)).toBe(1e6 * 8 * (several.columns.length + 3));
    const ofTable = 8e6 * (several.columns.length + 3 - plan.columns.length - 1);
    expect(of(several, 1e6) - of(plan, 1e6) - ofTable).toBeGreaterThan(2 * 8 * waitingNumbers);
  });

  const bytesOfPaths = (periods: number) => 8 * plan.blockSize * periods * periodMetrics.length;

  it("in memory grows with threads, by the blocks they have under way, though not beyond one block each", () => {
    const many = withReplications(1e6);
    const blocksAdded = mostBlocksUnderWay(many, 3) - mostBlocksUnderWay(many, 2);
    const added = estimateMemory(many, 3) - estimateMemory(many, 2);
    expect(added).toBe(estimateMemory(many, 4) - estimateMemory(many, 3));
    expect(added).toBeGreaterThan(blocksAdded * bytesOfPaths(plan.periods.length));
    expect(estimateMemory(plan, 64)).toBe(estimateMemory(plan, blockCount(plan)));
  });

  it("in memory counts the paths that wait to be put into the sketch", () => {
    const long = { ...withReplications(1e6), periods: Array.from({ length: 2000 }, () => plan.periods[0]) };
    const longer = { ...long, periods: Array.from({ length: 4000 }, () => plan.periods[0]) };
    // Both have more waiting than the sketch takes at a time, and beyond that one block.
    expect(estimateMemory(longer, 1) - estimateMemory(long, 1)).toBeGreaterThan(
      (mostBlocksUnderWay(long, 1) + 1) * (bytesOfPaths(4000) - bytesOfPaths(2000)),
    );
    expect(estimateMemory(withReplications(1e6), 1)).toBeGreaterThan(
      8 * waitingNumbers + 8e6 * plan.columns.length,
    );
  });
});

describe("a run too large for the machine", () => {
  it("is refused with what it needs and what there is", () => {
    const tooMany = Math.ceil(totalmem() / 8 / plan.columns.length);
    expect(whyTooLarge(withReplications(tooMany), 1)).toMatch(
      /^\d+ replications need about [\d.]+ GB.*here it can be [\d.]+ GB.*-n/,
    );
  });

  it("is no small one", () => {
    expect(whyTooLarge(plan, 1)).toBeNull();
  });
});
