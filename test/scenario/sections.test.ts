import { describe, expect, it } from "vitest";
import { dayOf } from "../../src/scenario/day.ts";
import { messagesOf, onlyPool, parseExample, parseText, scenarioOf } from "./parsing.ts";

const first = scenarioOf(parseExample("pools.yaml")).pools[0].stages[0];
const over = (text: string) => parseText(`extends: pool.yaml\n${text}`);

describe("what a claim is paid", () => {
  const amountOf = (written: string) => {
    const { stages } = onlyPool(over(`cover: { illnesses: { any: { benefit: ${written} } } }`));
    return stages[0].cover?.illnesses[0].benefits[0].amount;
  };

  it("may be against its bills", () => {
    expect(first.cover?.illnesses[0].benefits[0].amount).toEqual({
      bills: { kind: "gamma", shape: 1.5625, scale: 32_000 },
      upTo: 300_000,
      fixed: 0.2,
      deductible: 1000,
      portion: 0.8,
    });
    expect(amountOf("{ bills: { uniform: [0, 9] } }")).toEqual({
      bills: { kind: "uniform", low: 0, high: 9 },
      upTo: Number.POSITIVE_INFINITY,
      fixed: 0,
      deductible: 0,
      portion: 1,
    });
  });

  it("has a fixed part of something", () => {
    const benefit = "benefit: { bills: { uniform: [0, 9] }, fixed: 20 % }";
    expect(messagesOf(over(`cover: { illnesses: { any: { ${benefit} } } }`))).toEqual([
      "x.yaml:2:76  cover.illnesses.any.benefit.fixed: found a fixed part without `upTo`; allowed: beside `fixed` also `upTo`, the amount of which it is a part",
    ]);
  });

  it("is one way or another, also over a base", () => {
    const more = {
      "base.yaml":
        "extends: pool.yaml\ncover: { illnesses: { any: { benefit: { bills: { uniform: [0, 9] }, upTo: 5 } } } }",
    };
    const text =
      "extends: base.yaml\ncover: { illnesses: { any: { benefit: { perClaim: { uniform: [1, 2] } } } } }";
    const { stages } = onlyPool(parseText(text, [], more));
    expect(stages[0].cover?.illnesses[0].benefits[0].amount).toEqual({
      perClaim: { kind: "uniform", low: 1, high: 2 },
    });
  });
});

describe("an illness", () => {
  it("that moves the member into a class does not end membership, nor need it be shared", () => {
    expect(first.cover?.illnesses[1]).toMatchObject({
      movesTo: "ill",
      endsMembership: false,
      paidBy: "operator",
    });
  });
});

describe("the inflow of a class", () => {
  const joinsOf = (written: string) =>
    onlyPool(over(`members: { classes: { all: { joins: ${written} } } }`)).stages[0].members?.classes[0]
      .joins;

  it.each([
    ["none", { kind: "none" }],
    [
      "{ power: { reference: expectedAid, elasticity: 2 } }",
      { kind: "power", reference: "expectedAid", elasticity: 2, most: 1, lookBack: 1 },
    ],
    [
      "{ power: { reference: 30, elasticity: 2, most: 4, lookBack: 2 } }",
      { kind: "power", reference: 30, elasticity: 2, most: 4, lookBack: 2 },
    ],
    [
      "{ band: { reference: 30, from: 10 %, to: 50 %, awayFrom: 5 %, awayTo: 90 % } }",
      { kind: "band", reference: 30, from: 0.1, to: 0.5, lapseFrom: 0.05, lapseTo: 0.9, lookBack: 1 },
    ],
    ["{ logit: { value: 100, scale: 20 } }", { kind: "logit", value: 100, scale: 20, most: 1, lookBack: 1 }],
    ["{ threshold: { willingness: 50, lookBack: 4 } }", { kind: "threshold", willingness: 50, lookBack: 4 }],
  ])("reads %s", (written, expected) => {
    expect(joinsOf(written)).toEqual(expected);
  });
});

describe("sections of a stage", () => {
  it("say how the refused may get aid after all", () => {
    expect(first.claims.jury).toEqual({ disputed: 0.2, granted: 0.5, days: 30 });
  });

  it("say what members hold as deposits", () => {
    expect(first.funding).toMatchObject({
      deposit: 30,
      credit: 3,
      minimum: 5,
      topUp: { amount: 10, portion: 0.7 },
      interest: 0.02,
      refundToLeavers: true,
      spent: { path: "funding.spent" },
    });
    expect(onlyPool(over("funding: { deposit: 10 }")).stages[0].funding).toEqual({
      deposit: 10,
      credit: 0,
      minimum: 0,
      topUp: { amount: 10, portion: 0 },
      interest: 0,
      refundToLeavers: false,
      spent: 0,
    });
  });

  it("say what the operator pays, and for how long", () => {
    expect(first.sharing).toMatchObject({ freeDays: 365.25 / 12, subsidyBudget: { amount: 1e6 } });
    expect(first.sharing.subsidyBudget?.then).toBe("aid");
    const { sharing } = scenarioOf(parseExample("pools.yaml")).pools[1].stages[0];
    expect(sharing.premium).toEqual({
      amount: 5,
      renewal: { lossRatio: 0.9, most: 0.2 },
      leftTo: "operator",
    });
    const text = "sharing: { excess: aid, premium: { amount: 3, renewal: { lossRatio: 120 % } } }";
    expect(onlyPool(over(text)).stages[0].sharing.premium).toEqual({
      amount: 3,
      renewal: { lossRatio: 1.2, most: 1 },
      leftTo: "reserve",
    });
  });

  it("say how the plan begins and ends", () => {
    expect(first.ending).toMatchObject({
      start: { members: 1000, withinDays: 365.25 },
      shareCeiling: { share: 100, periods: 3 },
      operator: { costsPerYear: 1e6, costsPerMember: 1, patienceDays: 365.25, mostLoss: 2e6 },
      refund: 1,
      membersMoveTo: "elderly",
      runOff: { claimWindowDays: 90, paidBy: "members", remaining: 0.6, atOnce: true },
    });
    const text =
      "ending: { start: { members: 5 }, shareCeiling: { share: 9 }, operator: { patience: 90 days } }";
    expect(onlyPool(over(text)).stages[0].ending).toMatchObject({
      start: { members: 5, withinDays: null },
      shareCeiling: { share: 9, periods: 1 },
      operator: { costsPerYear: 0, costsPerMember: 0, patienceDays: 90, mostLoss: 0 },
    });
  });
});

describe("an event", () => {
  it("may keep joiners away and put claims off", () => {
    const { shocks, history } = scenarioOf(parseExample("pools.yaml"));
    expect(shocks.events).toEqual([
      {
        name: "epidemic",
        from: dayOf("2020-01-31"),
        to: dayOf("2020-04-30"),
        probability: 1,
        incidence: 1,
        lapse: 1,
        joining: 1.2,
        putsOff: 0.3,
        lost: 0.1,
        catchUpDays: 90,
      },
    ]);
    expect(history[0].figure).toBe("years.share[pool=elderly]");
  });
});
