import { describe, expect, it } from "vitest";
import { cloned } from "../../src/run/cloned.ts";
import { newControl } from "../../src/run/control.ts";
import { digestOf } from "../../src/run/digestOf.ts";
import { inline } from "../../src/run/inline.ts";
import type { Runner } from "../../src/run/runner.ts";
import { simulate } from "../../src/run/simulate.ts";
import { readySmall } from "./smallScenario.ts";

const precision = ["total.share=0.9%"];

/** Hands over three blocks more than it was asked for, as threads do that had them under way. */
const lateStopping: Runner = async (plan, _, onBlock) => {
  let late = 3;
  await inline(plan, newControl(), (tally) => {
    if (late > 0) onBlock(tally);
    if (tally.first >= 20 * plan.blockSize) late--;
  });
};

describe("a simulation with goals", () => {
  const { plan, goals } = readySmall({ precision, replications: 3200 });

  it("stops after the same replications wherever blocks are computed, and however late that stops", async () => {
    const digests = [];
    for (const runBlocks of [inline, cloned, lateStopping]) {
      const tally = await simulate(plan, goals, { runBlocks, control: newControl() }, {});
      digests.push(digestOf(tally, plan.columns));
      expect(tally.count).toBeLessThan(plan.replications);
      expect(tally.count % plan.blockSize).toBe(0);
    }
    expect(new Set(digests).size).toBe(1);
  });

  it("stops at the first checkpoint at which all goals are reached", async () => {
    const checks: boolean[] = [];
    const onCheck = (outcomes: readonly { isReached: boolean }[]) =>
      checks.push(outcomes.every(({ isReached }) => isReached));
    await simulate(plan, goals, { runBlocks: inline, control: newControl() }, { onCheck });
    expect(checks.length).toBeGreaterThan(2);
    expect(checks.indexOf(true)).toBe(checks.length - 1);
  });

  it("has the digest of a run of just as many replications", async () => {
    const stopped = await simulate(plan, goals, { runBlocks: inline, control: newControl() }, {});
    const same = readySmall({ replications: stopped.count }).plan;
    const whole = await simulate(same, [], { runBlocks: inline, control: newControl() }, {});
    expect(digestOf(stopped, plan.columns)).toBe(digestOf(whole, same.columns));
  });

  it("takes 1,000,000 replications at most, unless another limit is given", () => {
    expect(readySmall({ precision }).plan.replications).toBe(1_000_000);
    expect(plan.replications).toBe(3200);
    expect(readySmall().plan.replications).toBe(500);
  });
});
