import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exactFigures } from "../../src/oracle/exactFigures.ts";
import { planOf, runPlan } from "../engine/runs.ts";
import { differences } from "../oracle/agreement.ts";
import { anyCovered } from "../properties/anyCovered.ts";

/** Within which all figures of all plans must lie: each is further off once in 150,000 times. */
const standardErrors = 4.5;
/** The same for distances of distributions, once in 20,000 times (Kolmogorov's limit: 2 exp(-2 x^2)). */
const farthest = 2.3;

function checkAll(engine: "exact" | "fast", plans: number, replications: number): number {
  const tolerance = engine === "fast" ? leftOutByFast : 1e-9;
  let compared = 0;
  for (const given of fc.sample(anyCovered(engine, replications), { numRuns: plans, seed: 20_201_231 })) {
    const text = JSON.stringify(given);
    const plan = planOf(text);
    const exact = exactFigures(plan, 1e8);
    if (exact.figures.length === 0) continue;
    for (const { name, of, difference } of differences(runPlan(plan), exact, tolerance)) {
      compared++;
      const limit = of === "distribution" ? farthest : standardErrors;
      expect(Math.abs(difference), `${of} of ${name} in ${text}`).toBeLessThan(limit);
    }
  }
  return compared;
}

/** What products of small probabilities, which the fast engine leaves out, may come to. */
const leftOutByFast = 1e-4;

describe("simulated and exact figures of random plans agree", () => {
  it("in the exact engine", () => {
    expect(checkAll("exact", 30, 1200)).toBeGreaterThan(100);
  });

  it("in the fast engine, where claims are rare", () => {
    expect(checkAll("fast", 50, 2000)).toBeGreaterThan(250);
  });
});
