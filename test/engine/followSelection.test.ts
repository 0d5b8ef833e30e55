import { describe, expect, it } from "vitest";
import { priceTerm } from "../../src/engine/followSelection.ts";
import { disagreements, pool } from "./bothEngines.ts";
import { mean, months, planOfFile, type Run, runOf, runPlan } from "./runs.ts";

const numbers = (...values: number[]) => Float64Array.from(values);
const engines = ["exact", "fast"] as const;

describe("Price's equation", () => {
  it("gives the change of a mean by who stays", () => {
    expect(priceTerm(numbers(1, 1), numbers(0.5, 1), numbers(1, 2))).toBeCloseTo(2.5 / 1.5 - 1.5, 15);
    const [persons, stays, risks] = [numbers(70, 20, 10), numbers(0.9, 0.95, 0.99), numbers(0.5, 1.5, 3)];
    const before = (70 * 0.5 + 20 * 1.5 + 10 * 3) / 100;
    const after = (63 * 0.5 + 19 * 1.5 + 9.9 * 3) / 91.9;
    expect(priceTerm(persons, stays, risks)).toBeCloseTo(after - before, 14);
  });

  it("gives exactly 0 where all stay alike, also beside an empty class, and where nobody stays", () => {
    expect(priceTerm(numbers(1, 3, 7), numbers(0.3, 0.3, 0.3), numbers(0.1, 0.7, 2))).toBe(0);
    expect(priceTerm(numbers(0, 3, 7), numbers(0, 0.3, 0.3), numbers(0.1, 0.7, 2))).toBe(0);
    expect(priceTerm(numbers(1, 3), numbers(0, 0), numbers(1, 2))).toBe(0);
  });
});

/** Two classes of which the better one leaves sooner, and a lapse like any other's where `blind`. */
const open = (engine: string, reaction: string, more = "") => `${months(24, "replications: 40")}
engine: ${engine}
members:
  ages: 30-30
  leaveAt: 100
  classes:
    good: { portion: 60 %, relativeRisk: 0.5, lapse: 8 %, ${reaction} }
    bad: { portion: 40 %, relativeRisk: 1.75, lapse: 8 % }
joining: { initial: 3000, schedule: [{ perYear: 600 }] }
cover: { illnesses: { x: { incidence: 3 %, benefit: { perClaim: { gamma: { mean: 100, sd: 50 } } }, endsMembership: false } } }
${more}`;
const selective = "reaction: { power: { reference: 1, elasticity: 0.7 } }";

const terms = ["selectionByLeaving", "selectionByJoining"] as const;
const metrics = ["riskOfMembers", "riskOfLeavers", "riskOfJoiners", ...terms, "multipleOfStayers"] as const;
const allOf = (run: Run) => Array.from({ length: run.replications }, (_, r) => r);

/** What is left of the change of the members' risk, settlement by settlement. */
const rests = (run: Run, r: number) =>
  run.path("riskOfMembers", r).flatMap((risk, t, all) => {
    const before = t === 0 ? 1 : all[t - 1];
    return [risk - before - terms.reduce((sum, term) => sum + run.at(term, t, r), 0)];
  });

describe("who leaves, stays and joins", () => {
  it.each(engines)("is not selected by risk where leaving is blind to it: %s", (engine) => {
    const run = runOf(open(engine, "reaction: none", "collection: { failing: 1 % }"));
    for (const r of allOf(run)) {
      expect(run.path("selectionByLeaving", r)).toEqual(new Array(24).fill(0));
      expect(run.path("multipleOfStayers", r)).toEqual(new Array(24).fill(1));
    }
    expect(run.at("lapsed", 5)).toBeGreaterThan(0);
    expect(run.at("defaulted", 5)).toBeGreaterThan(0);
  });

  it("adds up to the change of the members' risk in every replication, where nothing but leaving and joining moves it", () => {
    const run = runOf(open("fast", selective, "collection: { failing: 1 % }\n"));
    for (const r of allOf(run)) for (const rest of rests(run, r)) expect(Math.abs(rest)).toBeLessThan(1e-12);
    expect(run.at("riskOfMembers", 23)).toBeGreaterThan(1.03);
    expect(run.at("selectionByJoining", 23)).toBeLessThan(0);
    expect(run.at("riskOfLeavers", 23)).toBeLessThan(run.at("riskOfMembers", 22));
    expect(run.at("riskOfJoiners", 23)).toBeCloseTo(1, 12);
  });

  it("does so but for chance in the exact engine", () => {
    const run = runOf(open("exact", selective));
    const ofAll = allOf(run).map((r) => rests(run, r).reduce((sum, rest) => sum + rest, 0));
    const sd = Math.sqrt(mean(ofAll.map((rest) => rest ** 2)));
    expect(sd).toBeGreaterThan(1e-4);
    expect(Math.abs(mean(ofAll))).toBeLessThan((4 * sd) / Math.sqrt(run.replications));
  });

  it("is what a year's columns hold", () => {
    const run = runOf(open("fast", selective));
    const leaving = run.path("selectionByLeaving", 3);
    expect(run.column("years.2021.selectionByLeaving")[3]).toBeCloseTo(
      leaving.slice(12).reduce((a, b) => a + b, 0),
      14,
    );
    expect(run.column("years.2020.riskOfMembers")[3]).toBe(run.at("riskOfMembers", 11, 3));
    expect(run.column("years.2021.multipleOfStayers")[3]).toBe(run.at("multipleOfStayers", 23, 3));
  });

  it("is 1 and 0 in a plan of one class, and after the end", () => {
    const one = runOf(`${months(3)}
members: { ages: 30-30 }
joining: { initial: 100 }
cover: { illnesses: { x: { incidence: 1 %, benefit: 1 } } }`);
    const ended = runOf(open("fast", selective, "ending: { closing: { on: 2020-06-30 } }"));
    for (const metric of metrics) {
      const neutral = terms.some((term) => term === metric) ? 0 : 1;
      expect(one.path(metric)).toEqual([neutral, neutral, neutral]);
      expect(ended.at(metric, 9)).toBe(neutral);
    }
  });

  it("is the same in both engines", () => {
    const [exact, fast] = engines.map((engine) => runOf(pool(engine, 20_000, 250)));
    const apart = disagreements(exact, fast, 4);
    expect(apart.filter((line) => metrics.some((metric) => line.startsWith(metric)))).toEqual([]);
  });
});

describe("the textbook spiral", () => {
  // Costs v uniform from 0 to 10; at a share p all with v < p - 4 leave, and the next share is p / 2 + 3.
  const run = runPlan(planOfFile("scenarios/spiral.yaml"));
  const shares = [5, 5.5, 5.75, 5.875, 5.9375, 5.96875];

  it("has members whose mean cost is the share, in shares of the first year", () => {
    shares.forEach((share, t) => {
      expect(run.at("riskOfMembers", t)).toBeCloseTo(share / 5, 12);
      expect(run.at("multipleOfStayers", t)).toBeCloseTo(share / 5, 12);
      if (t > 0) expect(run.at("selectionByLeaving", t)).toBeCloseTo((share - shares[t - 1]) / 5, 12);
    });
  });

  it("has leavers whose cost lies between what the last two shares are worth to", () => {
    for (let t = 2; t < shares.length; t++) {
      const [low, high] = [shares[t - 2] - 4, shares[t - 1] - 4];
      expect(run.at("riskOfLeavers", t)).toBeCloseTo((low + high) / 2 / 5, 12);
    }
    expect(run.at("riskOfLeavers", 1)).toBeCloseTo(0.5 / 5, 12);
    expect(run.at("riskOfLeavers", 9)).toBe(1);
  });

  it("begins, as the scenario calls it, with the settlement of 2003", () => {
    expect(run.column("spiral.year").every((year) => Math.floor(year) === 2003)).toBe(true);
  });
});

describe("the multiple of Dukes & MacDonald", () => {
  // Base lapse w, total lapse W; of the excess a part e has s = 0.5 times the mean risk, the others leave at random:
  // ((1 - w) - (W - w) e s) / ((1 - W) + (W - w) (1 - e)). Nine in ten have half the mean risk.
  const formula = (w: number, all: number, e: number) =>
    (1 - w - (all - w) * e * 0.5) / (1 - all + (all - w) * (1 - e));
  // Members as expected: no chance moves them off the formula.
  const run = runPlan(planOfFile("scenarios/validation/leavers.yaml", ["engine=fast", "replications=2"]));

  it.each([
    ["selective", formula(0.1, 0.85, 1)],
    ["half-selective", formula(0.1, 0.85, 0.5)],
    ["mild", formula(0.05, 0.2, 1)],
  ])("is what their formula gives: %s", (name, expected) => {
    expect(run.of(name).at("multipleOfStayers", 1)).toBeCloseTo(expected, 9);
  });

  it("conserves the total risk: (1 - w) R_stay + w R_leave = R_before", () => {
    // Of the selective pool 90 % would be left, 15 % are; the 75 % gone have half the mean risk.
    const stay = run.of("selective").at("riskOfMembers", 1);
    const w = 0.75 / 0.9;
    expect((1 - w) * stay + w * 0.5).toBeCloseTo(1, 9);
  });

  it("forgets those driven away as they would die, lapse and come back", () => {
    const yaml = (rejoin: string) =>
      open(
        "fast",
        "reaction: { band: { reference: 1, from: 0 %, to: 10 %, lapseFrom: 0, lapseTo: 60 % } }",
      ).replace("schedule: [{ perYear: 600 }]", `rejoin: ${rejoin}`);
    const [never, nearlyAll] = [runOf(yaml("0")), runOf(yaml("99 %"))];
    expect(never.at("multipleOfStayers", 23)).toBeCloseTo(never.at("riskOfMembers", 23), 9);
    expect(nearlyAll.at("multipleOfStayers", 23)).toBeLessThan(never.at("multipleOfStayers", 23));
    // Who is back is a member again: none is counted twice.
    expect(nearlyAll.at("multipleOfStayers", 23)).toBeCloseTo(nearlyAll.at("riskOfMembers", 23), 2);
  });
});
