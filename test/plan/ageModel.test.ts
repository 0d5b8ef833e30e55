import { describe, expect, it } from "vitest";
import { makePlan } from "../../src/plan/makePlan.ts";
import type { PoolPlan } from "../../src/plan/plan.ts";
import { makePoolPlan, onlyPool } from "../helpers/onlyPool.ts";
import { poolOf, rateRows, scenarioOf } from "../helpers/scenarioOf.ts";

const flat = { any: { incidence: 0.002, benefit: 1000 } };
const joiners = { schedule: [{ perYear: 1200 }] };

/** A stage's mix as `{ "30 male": 0.25, ... }`, without what is nothing. */
function mixOf({ ages }: PoolPlan, stage = 0): Record<string, number> {
  const sexes = ["male", "female"];
  return Object.fromEntries(
    ages.entries.flatMap(({ age, sex }, e) =>
      ages.mixes[stage][e] === 0 ? [] : [[`${age} ${sexes[sex]}`, ages.mixes[stage][e]]],
    ),
  );
}

const closeTo = (numbers: Record<string, number>) =>
  Object.fromEntries(Object.entries(numbers).map(([key, number]) => [key, expect.closeTo(number, 12)]));

describe("the mix of joiners", () => {
  it("spreads a band evenly over its single ages, by its part of men", () => {
    const mix = [
      { ages: "30-31", portion: 0.4, male: 0.75 },
      { ages: 40, portion: 0.6, male: 0 },
    ];
    const plan = makePoolPlan(poolOf({ members: { ages: "30-49", mix } }));
    expect(mixOf(plan)).toEqual(
      closeTo({ "30 male": 0.15, "31 male": 0.15, "30 female": 0.05, "31 female": 0.05, "40 female": 0.6 }),
    );
    expect(plan.ages.entries).toHaveLength(5);
  });

  it("holds the ages of all stages, each stage its own portions", () => {
    const members = { mix: [{ ages: 33, portion: 1, male: 1 }] };
    const first = { ages: "30-33", mix: [{ ages: 30, portion: 1 }] };
    const plan = makePoolPlan(poolOf({ members: first, changes: [{ from: "2021-04-01", members }] }));
    expect(mixOf(plan, 0)).toEqual(closeTo({ "30 male": 0.5, "30 female": 0.5 }));
    expect(mixOf(plan, 1)).toEqual(closeTo({ "33 male": 1 }));
    expect(plan.ages.mixes.map(({ length }) => length)).toEqual([3, 3]);
  });

  it("scales uncertain portions to sum to one and lists them as shapes, the part of men too", () => {
    const mix = [
      { ages: 30, portion: { uniform: [0.1, 0.5] }, male: { uniform: [0.4, 0.8] } },
      { ages: 31, portion: { uniform: [0.5, 0.9] }, male: 0 },
    ];
    const scenario = poolOf({ members: { ages: "30-49", mix } });
    const draw = (path: string) => (path.endsWith("male") ? 0.75 : path.includes("[0]") ? 0.2 : 0.6);
    const plan = makePlan(scenario, { shapeValue: draw });
    expect(mixOf(onlyPool(plan))).toEqual(
      closeTo({ "30 male": 0.1875, "30 female": 0.0625, "31 female": 0.75 }),
    );
    expect(plan.shapes.map(({ path }) => path).sort()).toEqual([
      "members.mix[0].male",
      "members.mix[0].portion",
      "members.mix[1].portion",
    ]);
    expect(plan.draws).toEqual([]);
  });

  it("gives a closed group one entry without an age", () => {
    const calendar = { from: "2021-01-01", periods: 2 };
    const group = [{ class: "A", number: 3, claimProbability: 0.1, benefit: 1 }];
    const { ages } = makePoolPlan(scenarioOf({ title: "A group", calendar, group }));
    expect(ages.entries).toEqual([{ age: 0, sex: 0 }]);
    expect(ages.mixes.map((mix) => [...mix])).toEqual([[1]]);
    expect([...ages.covered, ...ages.coveredByTier[0]]).toEqual([1, 1, 1, 1]);
  });
});

describe("the tables", () => {
  const rate = (age: number, sex: 0 | 1) => (age + 100 * sex) / 1e5;
  const illnesses = {
    severe: {
      incidence: rateRows(20, 70, rate),
      benefits: [
        { ages: "0-39", amount: 3 },
        { ages: "40-65", amount: 1 },
      ],
    },
    mild: { incidence: 0.004, benefit: 1 },
  };
  const mortality = rateRows(20, 70, (age, sex) => (age + sex) / 1e4);
  const plan = makePoolPlan(poolOf({ cover: { mortality, illnesses } }));
  const [tables] = plan.ages.tables;
  const claimOf = (name: string) => tables.claim[plan.tiers.findIndex((tier) => tier.name === name)];
  const at = (rates: Float64Array, age: number, sex: number) => rates[sex * tables.ageCount + age];

  it("give each tier its illness's rate at the ages it is paid for, and none at others", () => {
    const [young, old, mild] = ["severe 0-39", "severe 40-65", "mild 0-120"].map((name) => claimOf(name));
    for (const sex of [0, 1] as const) {
      expect([19, 20, 39, 40].map((age) => at(young, age, sex))).toEqual([
        0,
        rate(20, sex),
        rate(39, sex),
        0,
      ]);
      expect([39, 40, 65, 66].map((age) => at(old, age, sex))).toEqual([0, rate(40, sex), rate(65, sex), 0]);
      expect([0, 60, 120].map((age) => at(mild, age, sex))).toEqual([0.004, 0.004, 0.004]);
    }
  });

  it("add up to the incidence of all illnesses", () => {
    expect(at(tables.incidence, 39, 1)).toBeCloseTo(rate(39, 1) + 0.004, 15);
    expect(at(tables.incidence, 40, 0)).toBeCloseTo(rate(40, 0) + 0.004, 15);
  });

  it("hold a table's last rate beyond its last age", () => {
    expect(at(tables.mortality, 70, 1)).toBe(0.0071);
    expect(at(tables.mortality, 100, 1)).toBe(0.0071);
    expect(at(tables.mortality, 19, 1)).toBe(0);
  });

  it("leave nobody dead where mortality is left out", () => {
    const { ages } = makePoolPlan(poolOf());
    expect(ages.tables[0].mortality.every((rate) => rate === 0)).toBe(true);
  });
});

/** Part of period `t` that lies after a waiting from the start of period `joined`, by stepping through it. */
function coveredPart(t: number, joined: number, waitingDays: number, perYear = 12): number {
  const steps = 4_000;
  const end = joined + (waitingDays / 365.25) * perYear;
  let covered = 0;
  for (let i = 0; i < steps; i++) if (t + (i + 0.5) / steps >= end) covered += 1 / steps;
  return covered;
}

function expectCovered(plan: PoolPlan, parts: Float64Array, waitingDays: (joined: number) => number): void {
  const { cohorts, periods } = plan;
  cohorts.forEach(({ joined }, c) => {
    for (let t = Math.max(0, joined); t < periods.length; t++) {
      const part = parts[t * cohorts.length + c];
      expect(Math.abs(part - coveredPart(t, joined, waitingDays(joined)))).toBeLessThan(3e-4);
    }
  });
}

/** The covered parts by the waiting of an illness with one tier. */
function coveredOf({ ages, tiers }: PoolPlan, name: string): Float64Array {
  return ages.coveredByTier[tiers.findIndex(({ illness }) => illness === name)];
}

describe("the covered part of a period", () => {
  it.each([0, 10, 45, 90, 91.3125, 200])(
    "follows a waiting of %d days from the start of the period of joining",
    (days) => {
      const plan = makePoolPlan(
        poolOf({ joining: joiners, cover: { waiting: `${days} days`, illnesses: flat } }),
      );
      expect(plan.cohorts).toHaveLength(12);
      expectCovered(plan, plan.ages.covered, () => days);
      expectCovered(plan, plan.ages.coveredByTier[0], () => days);
    },
  );

  it("is none before joining, and all of it from the first day for the initial members", () => {
    const cover = { waiting: "100 days", illnesses: flat };
    const { ages, cohorts } = makePoolPlan(poolOf({ joining: { initial: 10, ...joiners }, cover }));
    expect(cohorts[0].joined).toBeLessThan(0);
    expect(ages.covered[0]).toBe(1);
    expect(ages.coveredByTier[0][0]).toBe(1);
    expect([...ages.covered.subarray(1, cohorts.length)].every((part) => part === 0)).toBe(true);
  });

  it("follows an illness's own waiting, and the cover's where it has none", () => {
    const illnesses = {
      accident: { incidence: 0.001, waiting: 0, benefit: 1 },
      slow: { incidence: 0.001, waiting: "200 days", benefit: 1 },
      ...flat,
    };
    const plan = makePoolPlan(poolOf({ joining: joiners, cover: { waiting: "75 days", illnesses } }));
    for (const [name, days] of Object.entries({ accident: 0, slow: 200, any: 75 })) {
      expectCovered(plan, coveredOf(plan, name), () => days);
    }
    expectCovered(plan, plan.ages.covered, () => 75);
  });

  it("follows the waiting in force at joining when that changes", () => {
    const illnesses = { any: flat.any, slow: { incidence: 0.001, waiting: "60 days", benefit: 1 } };
    const plan = makePoolPlan(
      poolOf({
        joining: joiners,
        cover: { waiting: "30 days", illnesses },
        changes: [
          { from: "2021-04-15", cover: { waiting: "150 days" } },
          { from: "2021-08-15", cover: { illnesses: { slow: { waiting: "100 days" } } } },
        ],
      }),
    );
    // Period 3 is settled on 30 April, period 7 on 31 August.
    expectCovered(plan, coveredOf(plan, "any"), (joined) => (joined < 3 ? 30 : 150));
    expectCovered(plan, coveredOf(plan, "slow"), (joined) => (joined < 7 ? 60 : 100));
  });

  it("stays by the illness's waiting at joining when its benefit changes later", () => {
    const accident = { incidence: 0.001, waiting: 0, benefit: 1 };
    const plan = makePoolPlan(
      poolOf({
        joining: joiners,
        cover: { waiting: "180 days", illnesses: { accident } },
        changes: [{ from: "2021-03-15", cover: { illnesses: { accident: { benefit: 2 } } } }],
      }),
    );
    expect(plan.tiers).toHaveLength(2);
    for (const parts of plan.ages.coveredByTier) expectCovered(plan, parts, () => 0);
  });

  it("takes an illness that comes later by the cover's waiting at joining", () => {
    const plan = makePoolPlan(
      poolOf({
        joining: joiners,
        cover: { waiting: "100 days", illnesses: flat },
        changes: [{ from: "2021-03-15", cover: { illnesses: { late: { incidence: 0.001, benefit: 2 } } } }],
      }),
    );
    expectCovered(plan, coveredOf(plan, "late"), () => 100);
  });

  it("covers the initial members at once also where a change makes waiting longer", () => {
    const plan = makePoolPlan(
      poolOf({
        cover: { waiting: "30 days", illnesses: flat },
        changes: [{ from: "2021-01-15", cover: { waiting: "300 days" } }],
      }),
    );
    expect(plan.ages.covered.every((part) => part === 1)).toBe(true);
  });
});
