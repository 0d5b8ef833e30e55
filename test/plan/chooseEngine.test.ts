import { describe, expect, it } from "vitest";
import { makePlan } from "../../src/plan/makePlan.ts";
import type { Engine } from "../../src/plan/plan.ts";
import { poolOf, rateRows, scenarioOf } from "../helpers/scenarioOf.ts";

const engineOf = (sections: object): Engine => makePlan(poolOf(sections)).engine;
const cover = (incidence: unknown, others: object = {}) => ({
  cover: { illnesses: { any: { incidence, benefit: 1 } }, ...others },
});

describe("chooseEngine", () => {
  it("takes the fast engine for a large pool where claims are rare", () => {
    const { kind, why } = engineOf({ joining: { initial: 1e6 } });
    expect(kind).toBe("fast");
    expect(why).toMatch(/large.*1\.0e\+6.*rare/);
  });

  it("takes the exact engine for a small pool, whichever way members come", () => {
    const small = [
      { initial: 20_000 },
      { schedule: [{ perYear: 19_000 }] },
      { target: [{ date: "2021-06-01", members: 20_000 }] },
      { bass: { potential: 20_000, innovation: 0.1, imitation: 0.1 } },
      { initial: { uniform: [0, 40_000] } },
    ];
    for (const joining of small) {
      expect(engineOf({ joining })).toMatchObject({ kind: "exact", why: expect.stringContaining("small") });
    }
  });

  it("takes the fast engine when all who may join are more than 20,000", () => {
    const large = [
      { initial: 20_001 },
      { initial: 10_000, schedule: [{ perYear: 11_000 }] },
      { target: [{ date: "2021-06-01", members: 20_001 }] },
      { initial: 10_000, bass: { potential: 11_000, innovation: 0.1, imitation: 0.1 } },
    ];
    expect(large.map((joining) => engineOf({ joining }).kind)).toEqual(["fast", "fast", "fast", "fast"]);
  });

  it("takes the exact engine where a period's claim probability is above 1 in 1,000", () => {
    const joining = { initial: 1e6 };
    // 1 - exp(-0.012 / 12) is a little below 1 / 1,000.
    expect(engineOf({ joining, ...cover(0.012) }).kind).toBe("fast");
    expect(engineOf({ joining, ...cover(0.0121) })).toMatchObject({
      kind: "exact",
      why: expect.stringContaining("not rare"),
    });
  });

  it("does as it is told, and says so", () => {
    expect(engineOf({ engine: "fast", ...cover(0.5) })).toMatchObject({ kind: "fast", why: "asked for" });
    expect(engineOf({ engine: "exact", joining: { initial: 1e6 } })).toMatchObject({
      kind: "exact",
      why: "asked for",
    });
  });

  it("lumps for the fast engine only", () => {
    expect(makePlan(poolOf({ engine: "fast" })).lumped).not.toBeNull();
    expect(makePlan(poolOf({ engine: "exact" })).lumped).toBeNull();
  });
});

describe("the largest claim probability", () => {
  const largest = (sections: object) => engineOf(sections).largestClaimProbability;

  it("is that of the riskiest class at the riskiest age that members reach, all illnesses together", () => {
    const rate = (age: number, sex: number) => 1e-3 * (1 + sex) * 1.1 ** (age - 30);
    const members = {
      ages: "30-39",
      leaveAt: 60,
      classes: {
        low: { portion: 0.5, relativeRisk: 0.5 },
        high: { portion: 0.5, relativeRisk: { uniform: [1, 2] } },
      },
    };
    const illnesses = {
      one: { incidence: rateRows(30, 60, rate), benefit: 1 },
      other: { incidence: 0.004, level: 0.5, benefit: 1 },
    };
    // In three years whoever is 39 becomes 42.
    const annual = 1.5 * 0.8 * (rate(42, 1) + 0.002);
    const sections = {
      calendar: { from: "2021-01-01", periods: 36 },
      members,
      cover: { level: 0.8, illnesses },
    };
    expect(largest(sections)).toBeCloseTo(1 - Math.exp(-annual / 12), 14);
  });

  it("looks at no age beyond the limit, be it a whole one or not", () => {
    const rates = rateRows(30, 70, (age) => age / 1e5);
    const of = (leaveAt: number) =>
      largest({
        calendar: { from: "2021-01-01", periods: 60 },
        members: { ages: 30, leaveAt },
        ...cover(rates),
      });
    expect(of(33)).toBeCloseTo(1 - Math.exp(-32e-5 / 12), 14);
    expect(of(33.5)).toBeCloseTo(1 - Math.exp(-33e-5 / 12), 14);
  });

  it("looks at every stage", () => {
    const changes = [{ from: "2021-06-15", cover: { level: 3 } }];
    expect(largest({ ...cover(0.01), changes })).toBeCloseTo(1 - Math.exp(-0.03 / 12), 14);
  });

  it("is nothing where nobody can claim", () => {
    expect(largest(cover(0))).toBe(0);
  });

  it("is a closed group's largest claim probability as it stands", () => {
    const group = [0, 0.4, 1].map((claimProbability) => ({
      class: `p${claimProbability}`,
      number: 1,
      claimProbability,
      benefit: 1,
    }));
    const calendar = { from: "2021-01-01", periods: 2 };
    const of = (rows: object[]) => makePlan(scenarioOf({ title: "x", calendar, group: rows })).engine;
    expect(of(group.slice(0, 2))).toMatchObject({ kind: "exact", largestClaimProbability: 0.4 });
    expect(of(group).largestClaimProbability).toBe(1);
  });
});
