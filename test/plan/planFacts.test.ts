import { describe, expect, it } from "vitest";
import { centralFactors } from "../../src/plan/centralFactors.ts";
import { planClasses } from "../../src/plan/planClasses.ts";
import { factsOf, uncertainNumbers } from "../../src/plan/planFacts.ts";
import { coversYear } from "../../src/scenario/coversYear.ts";
import { dayOf } from "../../src/scenario/day.ts";
import type { Calendar } from "../../src/scenario/scenario.ts";
import { readySmall, twoPools } from "../run/smallScenario.ts";

const calendar = (from: string, to: string): Calendar => ({
  from: dayOf(from) ?? 0,
  to: dayOf(to) ?? 0,
  settle: { kind: "every", count: 1, unit: "month" },
});

describe("the facts of a plan", () => {
  const { scenario, plan } = readySmall();
  const facts = factsOf(scenario, plan);

  it("name every period and year, and which years are whole", () => {
    expect(facts.periods.length).toBe(plan.periods.length);
    expect(facts.years.slice(0, 2)).toEqual([
      { year: 2020, complete: true },
      { year: 2021, complete: true },
    ]);
    expect([facts.periodsPerYear, facts.blockSize]).toEqual([4, 125]);
  });

  it("give classes with portions that sum to one, uncertain numbers by their means, as the fast engine lumps them", () => {
    expect(facts.classes).toEqual([
      { name: "careful", relativeRisk: 0.7, portionOfJoiners: 0.6 },
      { name: "ill", relativeRisk: 1.45, portionOfJoiners: 0.4 },
    ]);
    const set = ["members.classes.careful.relativeRisk={ lognormal: { median: 0.8, sigma: 0.2 } }"];
    const uncertain = readySmall({ set });
    const careful = factsOf(uncertain.scenario, uncertain.plan).classes.find(
      ({ name }) => name === "careful",
    );
    expect(careful?.relativeRisk).toBeCloseTo(0.8 * Math.exp(0.2 ** 2 / 2), 12);
    const { pools, draws } = uncertain.plan;
    expect(careful?.relativeRisk).toBe(centralFactors(pools[0].rules[0], draws).relativeRisks[0]);
  });

  it("tell of the only pool, which has no name, that all share alike", () => {
    expect(facts.pools).toEqual([
      {
        name: "",
        copies: 1,
        classes: facts.classes,
        rule: { kind: "equal", increasingInTotal: "yes" },
      },
    ]);
  });

  it("tell of each pool, and of each class as the first pool has it", () => {
    const set = [
      "pools.young.members={ classes: { careful: { portion: 30 %, relativeRisk: 0.5 }, frail: { portion: 30 %, relativeRisk: 3 } } }",
      "pools.young.sharing={ rule: expectedCost }",
      "pools.young.copies=3",
    ];
    const { scenario, plan } = readySmall({ set }, twoPools);
    const [elderly, young] = factsOf(scenario, plan).pools;
    expect([elderly, young].map(({ name, copies, rule }) => [name, copies, rule.kind])).toEqual([
      ["elderly", 1, "equal"],
      ["young", 3, "expectedCost"],
    ]);
    expect(elderly.classes).toEqual(facts.classes);
    expect(young.classes).toEqual([
      { name: "careful", relativeRisk: 0.5, portionOfJoiners: 0.3 },
      { name: "frail", relativeRisk: 3, portionOfJoiners: 0.3 },
      { name: "ill", relativeRisk: 1.45, portionOfJoiners: 0.4 },
    ]);
    const { classes } = factsOf(scenario, plan);
    expect(classes).toEqual([...elderly.classes, young.classes[1]]);
    expect(classes.map(({ name }) => name)).toEqual(planClasses(plan));
  });

  it("bound the error of claim counts for the fast engine, and have none for the exact one", () => {
    expect(facts.engineBound).toBeNull();
    const fast = readySmall({ engine: "fast" });
    const bound = factsOf(fast.scenario, fast.plan).engineBound;
    // The largest yearly incidence is 1 % times 1.45, over a quarter.
    expect(bound).toBeCloseTo(-Math.expm1(-0.0145 / 4), 12);
  });

  it("tell numbers drawn per replication from those drawn per block", () => {
    expect(uncertainNumbers(plan)).toEqual([{ path: "cover.level", kind: "perReplication" }]);
    const { plan: shaped } = readySmall({ set: ["cover.waiting={ uniform: [30 days, 90 days] }"] });
    expect(uncertainNumbers(shaped)).toContainEqual({ path: "cover.waiting", kind: "perBlock" });
  });
});

describe("a calendar covers a year", () => {
  it("from the first of January to the last of December", () => {
    expect(coversYear(calendar("2020-01-01", "2020-12-31"), 2020)).toBe(true);
    expect(coversYear(calendar("2020-01-02", "2021-12-31"), 2020)).toBe(false);
    expect(coversYear(calendar("2019-06-01", "2020-12-30"), 2020)).toBe(false);
  });
});
