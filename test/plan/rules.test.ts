import { describe, expect, it } from "vitest";
import type { Rules } from "../../src/plan/plan.ts";
import { makePoolPlan } from "../helpers/onlyPool.ts";
import { poolOf, scenarioOf } from "../helpers/scenarioOf.ts";

const planOf = (sections: object) => makePoolPlan(poolOf(sections));
const rulesOf = (sections: object): Rules => planOf(sections).rules[0];
const illnesses = { any: { incidence: 0.002, benefit: 1000 } };
const uncertain = { uniform: [0.1, 0.3] };

describe("the rules of a stage", () => {
  it("are harmless by default: no fee, no cap, no delay, no end", () => {
    expect(rulesOf({})).toEqual({
      classes: [
        {
          portion: 1,
          relativeRisk: 1,
          lapse: 0,
          reaction: { kind: "none" },
          joins: { kind: "none" },
          topUp: null,
        },
      ],
      level: 1,
      tierLevels: [1],
      counts: [],
      trend: 0,
      inflation: 0,
      select: { kind: "none" },
      refundsWaitingIllness: false,
      denied: 0,
      jury: null,
      delay: { kind: "none" },
      sharing: {
        sharers: "members",
        weights: { kind: "equal" },
        premium: null,
        fee: 0,
        feePerHead: 0,
        roundUpTo: 0,
        capPerCase: Number.POSITIVE_INFINITY,
        capPerPeriod: Number.POSITIVE_INFINITY,
        capPerYear: Number.POSITIVE_INFINITY,
        excess: "operator",
        subsidyBudget: Number.POSITIVE_INFINITY,
        beyondBudget: "aid",
      },
      funding: null,
      failing: 0,
      gracePeriods: 0,
      unpaid: "nextPeriod",
      ending: {
        minimumMembers: 0,
        minimumGracePeriods: 0,
        startMembers: 0,
        startWithinPeriods: Number.POSITIVE_INFINITY,
        shareCeiling: Number.POSITIVE_INFINITY,
        shareCeilingPeriods: 1,
        operator: null,
        hazard: 0,
        refund: 0,
        membersMoveTo: null,
        runOffPeriods: 0,
        runOffPaidBy: "operator",
        runOffRemaining: 1,
        runOffAtOnce: false,
      },
    });
  });

  it("count times of grace and the run-off in whole periods, rounded up", () => {
    const rules = rulesOf({
      calendar: { from: "2021-01-14", periods: 24, settle: { daysOfMonth: [14, 28] } },
      collection: { failing: 0.01, grace: "14 days", unpaid: "operator" },
      ending: {
        minimumMembers: { members: 100, grace: "1 year" },
        hazard: 0.02,
        runOff: { claimWindow: "180 days", paidBy: "members" },
      },
    });
    expect(rules).toMatchObject({
      failing: 0.01,
      gracePeriods: 1,
      unpaid: "operator",
      ending: {
        minimumMembers: 100,
        minimumGracePeriods: 24,
        hazard: 0.02,
        runOffPeriods: 12,
        runOffPaidBy: "members",
      },
    });
  });

  it("give delays in periods, also uncertain ones", () => {
    const mean = { uniform: ["60 days", "120 days"] };
    const plan = planOf({ claims: { delay: { gamma: { mean, sd: "91.3125 days" } }, denied: 0.1 } });
    const { delay, denied } = plan.rules[0];
    expect(delay).toEqual({ kind: "gamma", meanPeriods: { draw: 0 }, sdPeriods: 3 });
    expect(denied).toBe(0.1);
    // A draw in days becomes periods: twelve in 365.25 days.
    expect(plan.draws[0]).toMatchObject({ path: "claims.delay.gamma.mean", scale: 12 / 365.25 });
  });

  it("leave delays given by periods as they are", () => {
    const { delay } = rulesOf({ claims: { delay: { periods: [0.5, 0.3, 0.2] } } });
    expect(delay).toEqual({ kind: "periods", probabilities: [0.5, 0.3, 0.2] });
  });

  it("give the time constant of selection in years", () => {
    const select = { start: 0.2, timeConstant: "730.5 days" };
    const exponential = rulesOf({ cover: { select, illnesses } }).select;
    expect(exponential).toEqual({
      kind: "exponential",
      start: 0.2,
      timeConstantYears: expect.closeTo(2, 12),
    });
    const byYear = planOf({ cover: { select: { years: [0.5, uncertain, 1] }, illnesses } });
    expect(byYear.rules[0].select).toEqual({ kind: "years", factors: [0.5, { draw: 0 }, 1] });
  });

  it("carry caps, known and uncertain, and an endless one where there is none", () => {
    const caps = { perCase: 0.1, perYear: { uniform: [100, 200] } };
    const { sharing } = rulesOf({ sharing: { caps, excess: "aid", sharers: "covered", roundUpTo: 0.01 } });
    expect(sharing).toMatchObject({
      sharers: "covered",
      roundUpTo: 0.01,
      capPerCase: 0.1,
      capPerPeriod: Number.POSITIVE_INFINITY,
      capPerYear: { draw: 0 },
      excess: "aid",
    });
  });

  it("draw one uncertain number once, though every stage has it", () => {
    const plan = planOf({
      sharing: { fee: uncertain },
      cover: { level: { lognormal: { median: 1, sigma: 0.2 } }, illnesses },
      changes: [
        { from: "2021-03-15", sharing: { feePerHead: 1 } },
        { from: "2021-05-15", cover: { trend: 0.01 } },
        { from: "2021-07-15", sharing: { fee: 0.05 } },
      ],
    });
    expect(plan.draws.map(({ path }) => path).sort()).toEqual(["cover.level", "sharing.fee"]);
    const [first, second, third, last] = plan.rules.map(({ sharing }) => sharing.fee);
    expect([second, third]).toEqual([first, first]);
    expect(last).toBe(0.05);
    expect(new Set(plan.rules.map(({ level }) => JSON.stringify(level))).size).toBe(1);
  });

  it("draw a number that a change makes uncertain in its own way under a path of its own", () => {
    const change = { from: "2021-03-15", sharing: { fee: { uniform: [0.3, 0.4] } } };
    const plan = planOf({ sharing: { fee: uncertain }, changes: [change] });
    expect(plan.draws.map(({ path }) => path)).toEqual(["sharing.fee", "changes[0].sharing.fee"]);
    expect(plan.rules.map(({ sharing }) => sharing.fee)).toEqual([{ draw: 0 }, { draw: 1 }]);
  });
});

describe("the rules of a class", () => {
  const reactionOf = (reaction: object) =>
    rulesOf({ members: { ages: 30, classes: { one: { portion: 1, lapse: 0.03, reaction } } } }).classes[0]
      .reaction;

  it("have each kind of reaction with its numbers", () => {
    expect(reactionOf({ power: { reference: 30, elasticity: uncertain, lookBack: 6 } })).toEqual({
      kind: "power",
      lookBack: 6,
      reference: 30,
      elasticity: { draw: 0 },
    });
    expect(reactionOf({ power: { reference: "expectedAid", elasticity: 1, lookBack: 2 } })).toMatchObject({
      reference: "expectedAid",
    });
    expect(reactionOf({ threshold: { willingness: 50, lookBack: 3 } })).toEqual({
      kind: "threshold",
      lookBack: 3,
      willingness: 50,
    });
    const band = { reference: 30, from: 0.1, to: 0.5, lapseFrom: 0.05, lapseTo: uncertain, lookBack: 4 };
    expect(reactionOf({ band })).toEqual({ kind: "band", ...band, lapseTo: { draw: 0 } });
    const logit = { value: 40, scale: 5, most: 0.6, lookBack: 4 };
    expect(reactionOf({ logit })).toEqual({ kind: "logit", ...logit });
  });

  it("are a row's in a closed group: its number as portion, its risk in the tier", () => {
    const row = { class: "A", number: 30, claimProbability: 0.2, benefit: 1, lapse: 0.1 };
    const group = [row, { ...row, class: "B", number: 70 }];
    const plan = makePoolPlan(
      scenarioOf({ title: "x", calendar: { from: "2021-01-01", periods: 1 }, group }),
    );
    expect(plan.classes).toEqual(["A", "B"]);
    expect(plan.rules[0].classes).toEqual(
      [30, 70].map((portion) => ({
        portion,
        relativeRisk: 1,
        lapse: 0.1,
        reaction: { kind: "none" },
        joins: { kind: "none" },
        topUp: null,
      })),
    );
    expect(plan.rules[0]).toMatchObject({ level: 1, trend: 0, select: { kind: "none" } });
  });
});
