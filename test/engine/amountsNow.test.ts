import { describe, expect, it } from "vitest";
import { growthOfAmounts, setAmounts } from "../../src/engine/amountsNow.ts";
import { months, poolPlanOf, stateOf } from "./runs.ts";

const plan = poolPlanOf(`${months(24)}
joining: { initial: 100 }
members: { ages: 30-39, leaveAt: 90 }
cover: { inflation: { uniform: [5 %, 15 %] }, illnesses: { fixed: { incidence: 1 %, benefit: 300 }, unknown: { incidence: 1 %, benefit: { uniform: [0, 10] } }, drawn: { incidence: 1 %, benefit: { perClaim: { uniform: [0, 10] } } } } }`);

const tierOf = (name: string) => plan.tiers.findIndex(({ illness }) => illness === name);

describe("amounts", () => {
  it("grow by what each replication drew, to the middle of the period", () => {
    const state = stateOf(plan, 3);
    const drawn = state.rules.inflation;
    expect(new Set(drawn).size).toBe(3);
    for (let lane = 0; lane < 3; lane++) {
      expect(growthOfAmounts(plan, state, 0, lane)).toBeCloseTo((1 + drawn[lane]) ** (0.5 / 12), 12);
      expect(growthOfAmounts(plan, state, 18, lane)).toBeCloseTo((1 + drawn[lane]) ** (18.5 / 12), 12);
    }
  });

  it("are set for all tiers", () => {
    const state = stateOf(plan, 3);
    setAmounts(plan, state, 18);
    const ofUnknown = plan.tiers[tierOf("unknown")].amount;
    if (typeof ofUnknown !== "object" || !("draw" in ofUnknown)) throw new Error("not drawn once");
    for (let lane = 0; lane < 3; lane++) {
      const growth = growthOfAmounts(plan, state, 18, lane);
      expect(state.amounts[tierOf("fixed")][lane]).toBeCloseTo(300 * growth, 9);
      expect(state.amounts[tierOf("drawn")][lane]).toBeCloseTo(5 * growth, 9);
      expect(state.amounts[tierOf("unknown")][lane]).toBeCloseTo(
        state.lanes.drawn[ofUnknown.draw][lane] * growth,
        9,
      );
    }
  });

  it("stay as they are without inflation", () => {
    const still = poolPlanOf(
      `${months(2)}\ngroup: [{ class: all, number: 9, claimProbability: 0, benefit: 7 }]`,
    );
    const state = stateOf(still);
    setAmounts(still, state, 1);
    expect([growthOfAmounts(still, state, 1, 0), state.amounts[0][0]]).toEqual([1, 7]);
  });
});
