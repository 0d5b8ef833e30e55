import { describe, expect, it } from "vitest";
import { bearExcess, cutAid, payForMembers, payOperatorsAid, paySubsidy } from "../../src/engine/bearers.ts";
import type { State } from "../../src/engine/state.ts";
import { openPool } from "./openPool.ts";

/** An operator with a budget of 100, of which it has paid 60. */
function budgeted(then: string, more = ""): State {
  const { state } = openPool(
    `\nsharing: { fee: 10 %, subsidyBudget: { amount: 100, then: ${then} }, excess: operator${more} }`,
  );
  state.subsidySoFar[0] = 60;
  return state;
}

const numbers = ({ now, surplus }: State) =>
  [now.aid, now.aidCut, now.fee, now.subsidy, surplus].map((of) => of[0]);

describe("the operator's budget", () => {
  it("limits what it pays, of all that it pays in a period", () => {
    const state = budgeted("aid");
    expect([paySubsidy(state, 0, 30), paySubsidy(state, 0, 30), paySubsidy(state, 0, 30)]).toEqual([
      30, 10, 0,
    ]);
    expect(state.now.subsidy[0]).toBe(40);
  });

  it("has none where nothing is said", () => {
    expect(paySubsidy(openPool().state, 0, 1e12)).toBe(1e12);
  });

  it("limits the aid that is the operator's to pay, too", () => {
    const state = budgeted("aid");
    state.now.aid[0] = 90;
    state.now.aidOfOperator[0] = 70;
    payOperatorsAid(state, 0);
    expect(numbers(state)).toEqual([60, 30, 0, 40, 0]);
    expect(state.now.aidOfOperator[0]).toBe(40);
  });

  it("and what it pays for members; the next period bears the rest", () => {
    const state = budgeted("aid");
    state.now.contributions[0] = 200;
    payForMembers(state, 0, 50);
    expect([state.now.contributions[0], state.now.subsidy[0], state.surplus[0]]).toEqual([150, 40, -10]);
  });
});

describe("what was not asked of anybody", () => {
  /** 62 are missing of the cost of aid 200 and a fee of 20. */
  function borne(state: State): number[] {
    state.now.aid[0] = 200;
    state.now.fee[0] = 20;
    state.surplus[0] = -62;
    bearExcess(state, 0);
    return numbers(state).map((number) => Math.round(number * 1e9) / 1e9);
  }
  const by = (excess: string) => borne(openPool(`\nsharing: { fee: 10 %, excess: ${excess} }`).state);

  it("is borne by the operator, the aided (fee and all), or the next period", () => {
    expect(by("operator")).toEqual([200, 0, 20, 62, 0]);
    // 1.1 x 56.3636... = 62
    expect(by("aid")).toEqual([143.636363636, 56.363636364, 14.363636364, 0, 0]);
    expect(by("nextPeriod")).toEqual([200, 0, 20, 0, -62]);
  });

  it("is cut from aid beyond the operator's budget, or left to the next period", () => {
    // 22 are left: 1.1 x 20.
    for (const then of ["aid", "end"]) expect(borne(budgeted(then))).toEqual([180, 20, 18, 40, 0]);
    expect(borne(budgeted("nextPeriod"))).toEqual([200, 0, 20, 40, -22]);
  });
});

describe("cutting aid", () => {
  it("takes the fee off as it was taken, rounding and all, but no fee per head", () => {
    const { state } = openPool("\nsharing: { fee: 10 %, feePerHead: 1 }");
    state.now.sharers[0] = 7;
    state.now.aid[0] = 8;
    // 10 % of 8, rounded up to one.
    state.now.fee[0] = 1 + 7;
    state.surplus[0] = -9;
    cutAid(state, 0, 9);
    expect(numbers(state)).toEqual([0, 8, 7, 0, 0]);
  });

  it("cuts no more than there is; what earlier periods owe stays owed", () => {
    const { state } = openPool();
    state.now.aid[0] = 8;
    state.surplus[0] = -20;
    cutAid(state, 0, 20);
    expect(numbers(state)).toEqual([0, 8, 0, 0, -12]);
  });

  it("leaves the operator's aid alone", () => {
    const { state } = openPool();
    state.now.aid[0] = 8;
    state.now.aidOfOperator[0] = 5;
    state.surplus[0] = -3;
    cutAid(state, 0, 20);
    expect(numbers(state)).toEqual([5, 3, 0, 0, 0]);
  });
});
