import { totalmem } from "node:os";
import { describe, expect, it } from "vitest";
import { estimateMemory, estimateSeconds } from "../../src/run/estimateCost.ts";
import { whyTooLarge } from "../../src/run/whyTooLarge.ts";
import { readySmall } from "./smallScenario.ts";

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

  it("in memory grows by the table of replications only", () => {
    const grown = estimateMemory(withReplications(1_000_500)) - estimateMemory(plan);
    expect(grown).toBe(1e6 * 8 * (plan.columns.length + 1));
  });
});

describe("a run too large for the machine", () => {
  it("is refused with what it needs and what there is", () => {
    const tooMany = Math.ceil(totalmem() / 8 / plan.columns.length);
    expect(whyTooLarge(withReplications(tooMany))).toMatch(
      /^\d+ replications need about [\d.]+ GB.*here it can be [\d.]+ GB.*-n/,
    );
  });

  it("is no small one", () => {
    expect(whyTooLarge(plan)).toBeNull();
  });
});
