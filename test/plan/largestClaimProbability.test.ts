import { describe, expect, it } from "vitest";
import { largestClaimProbability } from "../../src/plan/largestClaimProbability.ts";
import { makePoolPlan } from "../helpers/onlyPool.ts";
import { poolOf, rateRows, scenarioOf } from "../helpers/scenarioOf.ts";

const largest = (sections: object) => largestClaimProbability(makePoolPlan(poolOf(sections)));
const cover = (incidence: unknown, others: object = {}) => ({
  cover: { illnesses: { any: { incidence, benefit: 1 } }, ...others },
});
const inMonth = (annual: number) => 1 - Math.exp(-annual / 12);

describe("largestClaimProbability", () => {
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
    expect(largest(sections)).toBeCloseTo(inMonth(annual), 14);
  });

  it("looks at no age beyond the limit, be it a whole one or not", () => {
    const rates = rateRows(30, 70, (age) => age / 1e5);
    const of = (leaveAt: number) =>
      largest({
        calendar: { from: "2021-01-01", periods: 60 },
        members: { ages: 30, leaveAt },
        ...cover(rates),
      });
    expect(of(33)).toBeCloseTo(inMonth(32e-5), 14);
    expect(of(33.5)).toBeCloseTo(inMonth(33e-5), 14);
  });

  it("looks at every stage", () => {
    const changes = [{ from: "2021-06-15", cover: { level: 3 } }];
    expect(largest({ ...cover(0.01), changes })).toBeCloseTo(inMonth(0.03), 14);
  });

  it("is that of the last year where incidence grows, of the first where it falls", () => {
    const calendar = { from: "2021-01-01", periods: 24 };
    expect(largest({ calendar, ...cover(0.01, { trend: 0.1 }) })).toBeCloseTo(inMonth(0.01 * 1.21), 14);
    expect(largest({ calendar, ...cover(0.01, { trend: { uniform: [0, 0.2] } }) })).toBeCloseTo(
      inMonth(0.01 * 1.21),
      14,
    );
    expect(largest({ calendar, ...cover(0.01, { trend: -0.1 }) })).toBeCloseTo(inMonth(0.01), 14);
  });

  it("takes the largest select factor that members reach", () => {
    const joining = { schedule: [{ perYear: 100 }] };
    const calendar = { from: "2021-01-01", periods: 24 };
    const of = (select: object, others: object = {}) =>
      largest({ joining, calendar, ...cover(0.01, { select }), ...others });
    expect(of({ start: 0.2, timeConstant: "1 year" })).toBeCloseTo(
      inMonth(0.01 * (1 - 0.8 * Math.exp(-2))),
      14,
    );
    expect(of({ start: 3, timeConstant: "1 year" })).toBeCloseTo(inMonth(0.03), 14);
    expect(of({ years: [0.2, 1.5, 0.5] })).toBeCloseTo(inMonth(0.015), 14);
    // The fourth year of membership is beyond a calendar of two.
    expect(of({ years: [0.2, 1.5, 0.5, 7] })).toBeCloseTo(inMonth(0.015), 14);
  });

  it("knows that initial members joined a waiting period before the first day", () => {
    const select = { years: [0.2, 0.3, 0.4, 0.5, 7] };
    const calendar = { from: "2021-01-01", periods: 24 };
    const of = (joining: object) =>
      largest({ joining, calendar, ...cover(0.01, { select, waiting: "23.5 months" }) });
    expect(of({ schedule: [{ perYear: 100 }] })).toBeCloseTo(inMonth(0.004), 14);
    // 24 months of waiting and the one before the first period: 49 at the end of the calendar.
    expect(of({ initial: 100 })).toBeCloseTo(inMonth(0.07), 14);
  });

  it("bounds the claim probabilities of the fast engine's cells", () => {
    const scenario = poolOf({
      engine: "fast",
      calendar: { from: "2021-01-01", periods: 30 },
      members: {
        ages: "30-49",
        classes: { a: { portion: 0.5, relativeRisk: 0.6 }, b: { portion: 0.5, relativeRisk: 1.4 } },
      },
      joining: { initial: 100, schedule: [{ perYear: 100 }] },
      ...cover(
        rateRows(30, 55, (age) => 1e-3 * 1.1 ** (age - 30)),
        { waiting: "90 days", trend: 0.08, select: { start: 0.4, timeConstant: "1 year" } },
      ),
    });
    const plan = makePoolPlan(scenario);
    const cells = Math.max(...(plan.lumped?.claim ?? []).flatMap((of) => [...of]));
    const bound = largestClaimProbability(plan);
    expect(cells).toBeGreaterThan(0);
    expect(bound).toBeGreaterThanOrEqual(cells);
    expect(makePoolPlan(scenario).engine.largestClaimProbability).toBe(bound);
  });

  it("is nothing where nobody can claim", () => {
    expect(largest(cover(0))).toBe(0);
  });

  it("is a number also where nobody ever joins, as no settlement falls on the one day of the target", () => {
    const joining = { target: [{ date: "2021-03-10", members: 5 }] };
    expect(largest({ joining, ...cover(0.01) })).toBeCloseTo(inMonth(0.01), 14);
  });

  it("is a closed group's largest claim probability as it stands", () => {
    const group = [0, 0.4, 1].map((claimProbability) => ({
      class: `p${claimProbability}`,
      number: 1,
      claimProbability,
      benefit: 1,
    }));
    const calendar = { from: "2021-01-01", periods: 2 };
    const of = (rows: object[]) =>
      largestClaimProbability(makePoolPlan(scenarioOf({ title: "x", calendar, group: rows })));
    expect(of(group.slice(0, 2))).toBe(0.4);
    expect(of(group)).toBe(1);
  });
});
