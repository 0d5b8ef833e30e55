import { describe, expect, it } from "vitest";
import { makePlan } from "../../src/plan/makePlan.ts";
import { makePoolPlan } from "../helpers/onlyPool.ts";
import { poolOf, scenarioOf } from "../helpers/scenarioOf.ts";

/** A plan with something in each of its parts. */
function richScenario() {
  return poolOf(
    {
      engine: "fast",
      seed: "rich",
      replications: 300,
      members: {
        ages: "30-39",
        leaveAt: 45,
        classes: {
          careful: {
            portion: 0.6,
            relativeRisk: 0.7,
            reaction: { power: { reference: 30, elasticity: 1, lookBack: 6 } },
          },
          ill: { portion: 0.4, relativeRisk: { lognormal: { median: 1.4, sigma: 0.1 } } },
        },
      },
      joining: {
        initial: 1e5,
        schedule: [{ perYear: 1e5 }],
        target: [{ date: "2021-03-01", members: 2e5 }],
        bass: { potential: 1e6, innovation: 0.03, imitation: 0.4 },
      },
      cover: {
        waiting: { uniform: ["30 days", "90 days"] },
        mortality: 0.001,
        illnesses: {
          severe: { incidence: 0.002, benefit: 300 },
          mild: { incidence: 0.01, benefit: { perClaim: { uniform: [1, 5] } } },
        },
      },
      claims: { delay: { gamma: { mean: "60 days", sd: "40 days" } } },
      sharing: {
        caps: { perCase: 0.1 },
        excess: "operator",
        exempt: { joinedBefore: "2021-02-15", until: "2021-04-20" },
      },
      ending: { hazard: 0.01, runOff: { claimWindow: "60 days" } },
      shocks: {
        yearly: { gamma: { sd: 0.05 } },
        events: [{ name: "flu", from: "2021-02-01", to: "2021-03-15", incidence: 2 }],
      },
      changes: [{ from: "2021-06-15", cover: { illnesses: { severe: { benefit: 200 } } } }],
    },
    { set: ["sharing.fee={ uniform: [0.05, 0.1] }"] },
  );
}

/** Paths of values that are neither numbers, text, truth values, null, lists, maps nor typed arrays. */
function notPlain(value: unknown, path = "plan"): string[] {
  if (value === null || ["number", "string", "boolean"].includes(typeof value)) return [];
  if (value instanceof Float64Array || value instanceof Uint8Array) return [];
  if (Array.isArray(value)) return value.flatMap((item, i) => notPlain(item, `${path}[${i}]`));
  if (typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype) return [path];
  return Object.entries(value).flatMap(([key, item]) => notPlain(item, `${path}.${key}`));
}

/** Paths of NaN anywhere in it, and of infinite numbers in typed arrays. */
function notNumbers(value: unknown, path = "plan"): string[] {
  if (typeof value === "number") return Number.isNaN(value) ? [path] : [];
  if (value instanceof Float64Array) return value.every(Number.isFinite) ? [] : [path];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => notNumbers(item, `${path}.${key}`));
}

describe("makePlan", () => {
  it("makes plain data only, with no number missing", () => {
    const plan = makePlan(richScenario());
    expect(notPlain(plan)).toEqual([]);
    expect(notNumbers(plan)).toEqual([]);
  });

  it("makes a plan that survives being cloned to a thread", () => {
    const plan = makePlan(richScenario());
    expect(structuredClone(plan)).toEqual(plan);
  });

  it("makes the same plan of the same scenario, and leaves the scenario alone", () => {
    const scenario = richScenario();
    const before = structuredClone(scenario);
    expect(makePlan(scenario)).toEqual(makePlan(richScenario()));
    expect(scenario).toEqual(before);
  });

  it("lists every uncertain number once, those that reshape the plan apart", () => {
    const { draws, shapes } = makePlan(richScenario());
    const uncertain = ["members.classes.ill.relativeRisk", "sharing.fee"];
    expect(draws.map(({ path }) => path).sort()).toEqual(uncertain);
    expect(shapes.map(({ path }) => path)).toEqual(["cover.waiting"]);
  });

  it("takes seed, replications and classes from the scenario, blocks of its own", () => {
    const plan = makePlan(richScenario());
    expect(plan).toMatchObject({
      seed: "rich",
      replications: 300,
      pools: [{ name: "", copies: 1, classes: ["careful", "ill"], closedGroup: false }],
    });
    const more = makePlan({ ...richScenario(), replications: 1e6 });
    expect(more.blockSize).toBe(plan.blockSize);
  });

  it("sizes its arrays by periods, classes, cohorts and tiers", () => {
    const { periods, classes, cohorts, tiers, ages, lumped } = makePoolPlan(richScenario());
    expect([periods.length, classes.length, cohorts.length, tiers.length]).toEqual([14, 2, 13, 3]);
    expect(lumped?.claim.map(({ length }) => length)).toEqual([364, 364, 364]);
    expect(ages.covered).toHaveLength(14 * 13);
    expect(ages.coveredByTier.map(({ length }) => length)).toEqual([182, 182, 182]);
  });
});

describe("a closed group", () => {
  const group = `
title: Two rows
calendar: { from: 2021-01-01, periods: 2, settle: { every: 1 year } }
group: { file: group.csv }
`;
  const csv = "class,number,claimProbability,benefit\nA,100,0,400\nB,200,100 %,300\n";

  it("makes a class and a tier of each row, all its members there from the start", () => {
    const plan = makePoolPlan(scenarioOf(group, { files: { "group.csv": csv } }));
    expect(plan).toMatchObject({
      closedGroup: true,
      classes: ["A", "B"],
      joining: { initial: 300, scheduled: [], bass: null },
      cohorts: [{ joined: -1, stage: 0, mix: 0, from: { kind: "joiners" } }],
      periodsPerYear: 1,
    });
    expect(plan.rules[0].classes.map(({ portion }) => portion)).toEqual([100, 200]);
    expect(plan.rules[0].tierLevels).toEqual([0, 1]);
    expect(plan.tiers.map(({ amount }) => amount)).toEqual([400, 300]);
    expect([...plan.joining.target]).toEqual([-1, -1]);
  });

  it("is plain data without a missing number, too", () => {
    const plan = makePlan(scenarioOf(group, { files: { "group.csv": csv }, set: ["engine=fast"] }));
    expect(notPlain(plan)).toEqual([]);
    expect(notNumbers(plan)).toEqual([]);
    expect(structuredClone(plan)).toEqual(plan);
  });
});
