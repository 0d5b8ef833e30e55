import { describe, expect, it } from "vitest";
import { setAmounts } from "../../src/engine/amountsNow.ts";
import { payAid } from "../../src/engine/payAid.ts";
import { over, runOff, type State } from "../../src/engine/state.ts";
import { poolPurposes } from "../../src/random/purpose.ts";
import { quantile } from "../../src/random/quantileOf.ts";
import { nextUniform, openStream } from "../../src/random/streams.ts";
import { months, poolPlanOf, stateOf } from "./runs.ts";

const plan = poolPlanOf(`${months(3)}
group:
  - { class: fixed, number: 10, claimProbability: 0, benefit: 7 }
  - { class: unknown, number: 10, claimProbability: 0, benefit: { uniform: [0, 10] } }
  - { class: drawn, number: 10, claimProbability: 0, benefit: { perClaim: { uniform: [0, 10] } } }`);

const [fixed, unknown, drawn] = ["fixed", "unknown", "drawn"].map((row) =>
  plan.tiers.findIndex(({ name }) => name === row),
);

function pay(state: State, t: number): void {
  setAmounts(plan, state, t);
  payAid(plan, state, t);
}

describe("payAid", () => {
  it("pays each case its tier's amount", () => {
    const state = stateOf(plan, 2, 40);
    state.now.casesByTier[fixed].set([3, 0]);
    state.now.casesByTier[unknown].set([2, 1]);
    pay(state, 1);
    const [low, high] = state.lanes.drawn[0];
    expect([...state.now.cases]).toEqual([5, 1]);
    expect(state.now.aid[0]).toBeCloseTo(21 + 2 * low, 12);
    expect(state.now.aid[1]).toBeCloseTo(high, 12);
  });

  it("draws an amount for every claim by tier, replication and period", () => {
    const state = stateOf(plan, 2, 40);
    state.now.casesByTier[drawn].set([0, 1]);
    pay(state, 1);
    const stream = openStream(state.lanes.claimsKey, 41, poolPurposes("", 0).amounts("drawn"), 1);
    expect([...state.now.aid]).toEqual([
      0,
      quantile({ kind: "uniform", low: 0, high: 10 }, nextUniform(stream)),
    ]);
  });

  it("pays in the run-off and no longer", () => {
    const state = stateOf(plan, 2);
    state.now.casesByTier[fixed].set([3, 3]);
    state.status.set([runOff, over]);
    pay(state, 1);
    expect([...state.now.cases, ...state.now.aid]).toEqual([3, 0, 21, 0]);
  });

  it("starts anew in each period", () => {
    const state = stateOf(plan);
    state.now.casesByTier[fixed].set([3]);
    pay(state, 0);
    pay(state, 1);
    expect(state.now.aid[0]).toBe(21);
  });
});
