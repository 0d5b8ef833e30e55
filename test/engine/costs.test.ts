import { describe, expect, it } from "vitest";
import { capOf, costOf, sharedAid } from "../../src/engine/costs.ts";
import type { State } from "../../src/engine/state.ts";
import { openPool } from "./openPool.ts";

/** A period with aid of 100 (of which the operator pays 30), refunds of 5, a surplus of 12 carried, 40 sharers, 2 cases. */
function period(sharing: string, engine = "fast"): ReturnType<typeof openPool> {
  const pool = openPool(`\nsharing: ${sharing}`, engine);
  const { now, surplus } = pool.state;
  now.aid[0] = 100;
  now.aidOfOperator[0] = 30;
  now.refunds[0] = 5;
  now.sharers[0] = 40;
  now.cases[0] = 2;
  surplus[0] = 12;
  return pool;
}

const capIn = (caps: string, set: (state: State) => void = () => {}) => {
  const { state } = period(`{ feePerHead: 0.5, caps: ${caps}, excess: operator }`);
  set(state);
  return capOf(state, 0);
};

describe("the cost of a period", () => {
  it("is aid that is shared, fee and refunds, less the surplus", () => {
    const { plan, state } = period("{ fee: 10 %, feePerHead: 0.5 }");
    expect(sharedAid(state, 0)).toBe(70);
    expect(costOf(plan, state, 0)).toBe(70 + 7 + 20 + 5 - 12);
    expect(state.now.fee[0]).toBe(27);
  });

  it("has a fee on aid to the unit where persons are counted", () => {
    const fee = (engine: string) => {
      const { plan, state } = period("{ fee: 1.23 %, roundUpTo: 0.5 }", engine);
      costOf(plan, state, 0);
      return state.now.fee[0];
    };
    expect(fee("exact")).toBe(1);
    expect(fee("fast")).toBeCloseTo(0.861, 12);
  });
});

describe("the most that one may be asked for", () => {
  it("is the lowest of the caps; the fee per head comes on top of what cases cost", () => {
    expect(capIn("{ perCase: 3 }")).toBe(6.5);
    expect(capIn("{ perCase: 3, perPeriod: 5 }")).toBe(5);
    expect(capIn("{ perYear: 9 }", ({ shareThisYear }) => shareThisYear.fill(7))).toBe(2);
    expect(capIn("{ perYear: 9 }", ({ shareThisYear }) => shareThisYear.fill(11))).toBe(0);
  });

  it("is nothing of cases where there is none", () => {
    expect(capIn("{ perCase: 3 }", ({ now }) => now.cases.fill(0))).toBe(0.5);
  });

  it("is nothing of cases that the operator pays", () => {
    const one = capIn("{ perCase: 3 }", ({ now }) => now.casesOfOperator.fill(1));
    expect(one).toBe(capIn("{ perCase: 3 }") - 3);
  });

  it("has no end without caps", () => {
    expect(capIn("{}", ({ now }) => now.cases.fill(0))).toBe(Number.POSITIVE_INFINITY);
  });
});
