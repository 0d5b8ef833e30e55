import { describe, expect, it } from "vitest";
import { claimFactors, setGrowth } from "../../src/engine/claimFactors.ts";
import { months, poolPlanOf, stateOf } from "./runs.ts";

const pool = (cover: string, more = "") => `${months(24)}
joining: { initial: 50000 }
members:
  ages: 30-39
  classes:
    good: { portion: 50 %, relativeRisk: 0.7 }
    bad: { portion: 50 %, relativeRisk: { uniform: [1, 2] } }
cover:
  ${cover}
  illnesses:
    severe: { incidence: 0.1 %, level: 0.5, benefit: 1000 }
    mild: { incidence: 0.1 %, level: 3, benefit: 1000 }${more}`;

function factorsOf(yaml: string, t: number, of: string, illness: string, lanes = 3): Float64Array {
  const plan = poolPlanOf(yaml);
  const k = plan.classes.indexOf(of);
  const tier = plan.tiers.findIndex((one) => one.illness === illness);
  const out = new Float64Array(lanes);
  const state = stateOf(plan, lanes);
  setGrowth(plan, state, t);
  claimFactors(state, t, k, tier, out);
  return out;
}

describe("claim factors", () => {
  it("are relative risk times the illness's level times the level", () => {
    expect(factorsOf(pool("level: 0.8"), 0, "good", "severe")[0]).toBeCloseTo(0.7 * 0.5 * 0.8, 15);
    expect(factorsOf(pool("level: 0.8"), 0, "good", "mild")[0]).toBeCloseTo(0.7 * 3 * 0.8, 15);
    expect(factorsOf(pool("level: 0"), 0, "good", "mild")[0]).toBe(0);
  });

  it("use what each replication drew", () => {
    const { drawn } = stateOf(poolPlanOf(pool("level: 1")), 3).lanes;
    const factors = factorsOf(pool("level: 1"), 0, "bad", "severe");
    factors.forEach((factor, lane) => {
      expect(factor).toBeCloseTo(0.5 * drawn[0][lane], 15);
    });
    expect(new Set(factors).size).toBe(3);
  });

  it("grow by the trend to the middle of the period", () => {
    expect(factorsOf(pool("trend: 5 % per year"), 0, "good", "severe")[0]).toBeCloseTo(
      0.35 * 1.05 ** (0.5 / 12),
      14,
    );
    expect(factorsOf(pool("trend: 5 % per year"), 18, "good", "severe")[0]).toBeCloseTo(
      0.35 * 1.05 ** (18.5 / 12),
      14,
    );
  });

  it("contain the shocks of the period", () => {
    const event = "\nshocks: { events: [{ name: e, from: 2020-03-01, to: 2020-03-31, incidence: 4 }] }";
    expect(factorsOf(pool("level: 1", event), 2, "good", "severe")[0]).toBeCloseTo(1.4, 14);
    expect(factorsOf(pool("level: 1", event), 3, "good", "severe")[0]).toBeCloseTo(0.35, 14);
  });
});
