import { describe, expect, it } from "vitest";
import { centralFactors } from "../../src/plan/centralFactors.ts";
import { makePoolPlan } from "../helpers/onlyPool.ts";
import { poolOf } from "../helpers/scenarioOf.ts";

describe("centralFactors", () => {
  it("are the means of what is drawn", () => {
    const plan = makePoolPlan(
      poolOf({
        joining: { initial: 10 },
        members: { ages: 30, classes: { a: { portion: 1, relativeRisk: { uniform: [1, 2] } } } },
        cover: {
          level: { lognormal: { median: 2, sigma: 0.5 } },
          trend: { triangular: [0, 0.01, 0.05] },
          illnesses: { any: { incidence: 0.002, benefit: 1, level: { normal: [3, 0.1] } } },
        },
      }),
    );
    expect(centralFactors(plan.rules[0], plan.draws)).toEqual({
      level: expect.closeTo(2 * Math.exp(0.125), 12),
      trend: expect.closeTo(0.02, 12),
      tierLevels: [expect.closeTo(3, 12)],
      relativeRisks: [1.5],
    });
  });
});
