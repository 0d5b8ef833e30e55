import { describe, expect, it } from "vitest";
import { makePoolPlan } from "../helpers/onlyPool.ts";
import { poolOf, scenarioOf } from "../helpers/scenarioOf.ts";

const severe = {
  incidence: 0.002,
  benefits: [
    { ages: "0-39", amount: 300 },
    { ages: "40-59", amount: 100 },
  ],
};
const mild = { incidence: 0.01, benefit: 50, endsMembership: false };
const planOf = (sections: object) => makePoolPlan(poolOf(sections));
const withChange = (illnesses: object, ...changes: object[]) =>
  planOf({
    cover: { illnesses },
    changes: changes.map((change, i) => ({ from: `2021-0${i + 3}-15`, cover: { illnesses: change } })),
  });

describe("the tiers of a cover", () => {
  it("are one for each illness and band of ages", () => {
    const { tiers } = planOf({ cover: { illnesses: { severe, mild } } });
    const others = { classIndex: null, movesToClass: null, paidByOperator: false };
    expect(tiers).toEqual([
      { name: "mild 0-120", illness: "mild", endsMembership: false, amount: 50, ...others },
      { name: "severe 0-39", illness: "severe", endsMembership: true, amount: 300, ...others },
      { name: "severe 40-59", illness: "severe", endsMembership: true, amount: 100, ...others },
    ]);
  });

  it("are the same whatever the order of illnesses and of their benefits", () => {
    const other = { mild, severe: { ...severe, benefits: [...severe.benefits].reverse() } };
    const tiersOf = (illnesses: object) => planOf({ cover: { illnesses } }).tiers;
    expect(tiersOf(other)).toEqual(tiersOf({ severe, mild }));
  });

  it("stay the same when a change leaves amounts alone", () => {
    const plan = withChange({ severe, mild }, { severe: { incidence: 0.003, level: 2 } });
    expect(plan.tiers).toHaveLength(3);
    const levels = plan.rules.map(({ tierLevels }) => plan.tiers.map(({ name }, i) => [name, tierLevels[i]]));
    expect(levels.map((of) => Object.fromEntries(of))).toEqual([
      { "mild 0-120": 1, "severe 0-39": 1, "severe 40-59": 1 },
      { "mild 0-120": 1, "severe 0-39": 2, "severe 40-59": 2 },
    ]);
    const young = plan.tiers.findIndex(({ name }) => name === "severe 0-39");
    expect(plan.ages.tables.map(({ claim }) => claim[young][35])).toEqual([0.002, 0.003]);
  });

  it("are joined by a new one only where an amount changes, and taken again where it changes back", () => {
    const benefits = [
      { ages: "0-39", amount: 300 },
      { ages: "40-59", amount: 80 },
    ];
    const changes = [benefits, severe.benefits, benefits].map((of) => ({ severe: { benefits: of } }));
    const plan = withChange({ severe }, ...changes);
    expect(plan.tiers.map(({ name, amount }) => [name, amount])).toEqual([
      ["severe 0-39", 300],
      ["severe 40-59", 100],
      ["severe 40-59 #2", 80],
    ]);
    const rateAt50 = (tier: number) => plan.ages.tables.map(({ claim }) => claim[tier][50]);
    expect([rateAt50(1), rateAt50(2)]).toEqual([
      [0.002, 0, 0.002, 0],
      [0, 0.002, 0, 0.002],
    ]);
  });

  it("are new where a claim begins to end membership", () => {
    const plan = withChange({ mild }, { mild: { endsMembership: true } });
    expect(plan.tiers.map(({ name, endsMembership }) => [name, endsMembership])).toEqual([
      ["mild 0-120", false],
      ["mild 0-120 #2", true],
    ]);
  });

  it("follow bands of ages that change", () => {
    const benefits = [
      { ages: "0-44", amount: 300 },
      { ages: "45-59", amount: 100 },
    ];
    const plan = withChange({ severe }, { severe: { benefits } });
    const paid = plan.ages.tables.map(({ claim }) =>
      plan.tiers.flatMap(({ name }, i) => (claim[i][42] > 0 ? [name] : [])),
    );
    expect(paid).toEqual([["severe 40-59"], ["severe 0-44"]]);
  });

  it("share one uncertain amount over stages, drawn once", () => {
    const uncertain = { incidence: 0.002, benefit: { uniform: [100, 200] } };
    const plan = withChange({ uncertain, mild }, { mild: { benefit: 60 } });
    expect(plan.tiers.map(({ name, amount }) => [name, amount])).toEqual([
      ["mild 0-120", 50],
      ["uncertain 0-120", { draw: 0 }],
      ["mild 0-120 #2", 60],
    ]);
    expect(plan.draws.map(({ path }) => path)).toEqual(["cover.illnesses.uncertain.benefit"]);
  });

  it("keep an amount drawn for every claim as it is, not as a number drawn once", () => {
    const perClaim = { incidence: 0.002, benefit: { perClaim: { uniform: [100, 200] } } };
    const plan = withChange({ perClaim }, { perClaim: { level: 2 } });
    expect(plan.tiers).toHaveLength(1);
    expect(plan.tiers[0].amount).toEqual({ perClaim: { kind: "uniform", low: 100, high: 200 } });
    expect(plan.draws).toEqual([]);
  });

  it("share the uncertain level of their illness", () => {
    const level = { lognormal: { median: 1, sigma: 0.1 } };
    const plan = planOf({ cover: { illnesses: { severe: { ...severe, level } } } });
    expect(plan.rules[0].tierLevels).toEqual([{ draw: 0 }, { draw: 0 }]);
    expect(plan.draws).toHaveLength(1);
  });
});

describe("the tiers of a closed group", () => {
  const group = [
    { class: "A", number: 100, claimProbability: 0.05, benefit: { perClaim: { uniform: [0, 400] } } },
    { class: "B", number: 200, claimProbability: { uniform: [0, 0.2] }, benefit: 300, endsMembership: true },
  ];
  const calendar = { from: "2021-01-01", periods: 3 };

  it("are one for each row, its class's alone, with the claim probability as level", () => {
    const plan = makePoolPlan(scenarioOf({ title: "x", calendar, group }));
    expect(plan.tiers.map(({ name, classIndex }) => [name, classIndex])).toEqual([
      ["A", 0],
      ["B", 1],
    ]);
    expect(plan.tiers.map(({ endsMembership }) => endsMembership)).toEqual([false, true]);
    expect(plan.rules[0].tierLevels).toEqual([0.05, { draw: 0 }]);
    expect(plan.draws.map(({ path }) => path)).toEqual(["group[1].claimProbability"]);
  });

  it("are the same in every stage", () => {
    const changes = [{ from: "2021-02-15", sharing: { fee: 0.1 } }];
    const plan = makePoolPlan(scenarioOf({ title: "x", calendar, group, changes }));
    expect(plan.tiers).toHaveLength(2);
    expect(plan.rules[1].tierLevels).toEqual(plan.rules[0].tierLevels);
  });
});
