import { describe, expect, it } from "vitest";
import { askByWeight, askRows } from "../../src/engine/askSharers.ts";
import type { State } from "../../src/engine/state.ts";
import { openPool } from "./openPool.ts";
import { months, poolPlanOf, stateOf } from "./runs.ts";

/** Asks 10 of class a and 20 of class b. */
function asked(sharing: string, cost: number, shareThisYear = 0): State {
  const { plan, state } = openPool(`\nsharing: ${sharing}`);
  const { weights } = state.rules.common.sharing;
  const [a, b] = weights.kind === "class" ? weights.weights : [1, 1];
  state.now.classSharers.set([10, 20]);
  state.now.classWeights.set([10 * a, 20 * b]);
  state.now.sharers[0] = 30;
  state.now.cases[0] = 1;
  state.shareThisYear[0] = shareThisYear;
  askByWeight(plan, state, 0, cost);
  return state;
}

/** [of class a, of class b, contributions, mean share, largest share] */
const asks = ({ now }: State) => [...now.classAsked, now.contributions[0], now.share[0], now.largestShare[0]];

describe("asking by weight", () => {
  it("divides the cost by the sum of weights", () => {
    expect(asks(asked("{ rule: { class: { b: 2 } } }", 100))).toEqual([
      20,
      80,
      100,
      expect.closeTo(10 / 3, 12),
      4,
    ]);
  });

  it("asks nobody where the surplus is enough", () => {
    expect(asks(asked("{ rule: { class: { b: 2 } } }", -5))).toEqual([0, 0, 0, 0, 0]);
  });

  it("rounds up what one of each class pays", () => {
    // 2.02 and 4.04.
    const { now } = asked("{ rule: { class: { b: 2 } }, roundUpTo: 1 }", 101);
    expect([...now.classAsked, now.contributions[0]]).toEqual([30, 100, 130]);
  });

  it("rounds down where a cap would be passed", () => {
    const { now } = asked(
      "{ rule: { class: { b: 2 } }, roundUpTo: 1, caps: { perPeriod: 4.5 }, excess: aid }",
      101,
    );
    expect([...now.classAsked, now.contributions[0]]).toEqual([20, 80, 100]);
  });

  it("keeps those with the largest weight within the caps", () => {
    const capped = (caps: string, before = 0) =>
      asks(asked(`{ rule: { class: { b: 2 } }, caps: ${caps}, excess: operator }`, 1000, before));
    expect(capped("{ perPeriod: 6 }")).toEqual([30, 120, 150, 5, 6]);
    expect(capped("{ perCase: 6 }")).toEqual([30, 120, 150, 5, 6]);
    expect(capped("{ perYear: 16 }", 10)).toEqual([30, 120, 150, 5, 6]);
  });

  it("keeps all within the caps where weights are below one", () => {
    const { now } = asked(
      "{ rule: { class: { a: 0.5, b: 0.25 } }, caps: { perPeriod: 6 }, excess: aid }",
      1000,
    );
    expect([...now.classAsked, now.largestShare[0]]).toEqual([60, 60, 6]);
  });
});

describe("asking the rows of a group", () => {
  /** Rows a (10 members, mean 20) and b (30 members, mean 60) bear half of what the total is above 80, each. */
  function rowsAsked(losses: readonly [number, number], cost: number, roundUpTo = 0): State {
    const plan = poolPlanOf(`${months(1)}
group:
  - { class: a, number: 10, claimProbability: 20 %, benefit: 10 }
  - { class: b, number: 30, claimProbability: 20 %, benefit: 10 }
sharing: { rule: { linear: { a: 0.5, b: 0.5 } }, roundUpTo: ${roundUpTo} }`);
    const state = stateOf(plan);
    state.now.classSharers.set([10, 30]);
    state.now.sharers[0] = 40;
    losses.forEach((loss, tier) => {
      state.now.aidByTier[tier][0] = loss;
      state.now.aid[0] += loss;
    });
    askRows(plan, state, 0, cost);
    return state;
  }

  it("has each bear its part by the rule, whoever had the losses", () => {
    expect(asks(rowsAsked([100, 0], 100)).slice(0, 4)).toEqual([30, 70, 100, 2.5]);
    expect(asks(rowsAsked([0, 100], 100)).slice(0, 4)).toEqual([30, 70, 100, 2.5]);
  });

  it("has fee and carried surplus go with the aid", () => {
    expect(asks(rowsAsked([100, 0], 110)).slice(0, 3)).toEqual([33, 77, expect.closeTo(110, 12)]);
  });

  it("rounds up what one member pays", () => {
    expect(asks(rowsAsked([100, 0], 110, 1)).slice(0, 3)).toEqual([40, 90, 130]);
  });

  it("divides what is not aid by heads", () => {
    expect(asks(rowsAsked([0, 0], 8)).slice(0, 3)).toEqual([2, 6, 8]);
  });

  it("lets a row receive while another pays", () => {
    // A total of 20 is 60 below the mean: -10 and 30.
    expect(asks(rowsAsked([20, 0], 20)).slice(0, 3)).toEqual([-10, 30, 20]);
  });

  it("asks nobody where the group as a whole would receive", () => {
    expect(asks(rowsAsked([20, 0], -5)).slice(0, 4)).toEqual([0, 0, 0, 0]);
  });
});
