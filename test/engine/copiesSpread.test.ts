import { describe, expect, it } from "vitest";
import { addCopy, newCopies, spreadCopies } from "../../src/engine/copiesSpread.ts";
import { copiesMetrics } from "../../src/plan/columns.ts";
import { months, poolPlanOf, stateOf } from "./runs.ts";

const plan = poolPlanOf(`${months(2)}
group: [{ class: all, number: 10, claimProbability: 0, benefit: 1 }]`);

/** Copies whose shares over both periods add up to so much in the second of two lanes; ten times as much in the first. */
function spreadOf(totals: readonly number[], ended: number, cut: number): Record<string, number> {
  const copies = newCopies(2);
  totals.forEach((total, copy) => {
    const state = stateOf(plan, 2);
    state.shares.set([10 * (total - 1), total - 1, 10, 1]);
    state.ending[1] = copy < ended ? 3 : 0;
    addCopy(copies, state, Float64Array.of(0, copy < cut ? 0.5 : 0));
  });
  // Two replications further on in a block of five.
  const into = new Float64Array(copiesMetrics.length * 5).fill(-1);
  spreadCopies(copies, into, 5, 2);
  expect(into[0]).toBe(-1);
  expect(into[4]).toBe(-1);
  return Object.fromEntries(copiesMetrics.map((metric, m) => [metric, into[m * 5 + 3]]));
}

describe("the spread of copies", () => {
  it("is that of what one sharer was asked for over the whole run", () => {
    expect(spreadOf([3, 1, 4, 2, 5], 2, 3)).toEqual({
      ended: 2,
      cut: 3,
      shareSd: expect.closeTo(Math.sqrt(2.5), 12),
      shareQ05: expect.closeTo(1.2, 12),
      shareQ50: 3,
      shareQ95: expect.closeTo(4.8, 12),
      shareMost: 5,
    });
  });

  it("is none of one copy", () => {
    expect(spreadOf([7], 0, 0)).toMatchObject({ ended: 0, cut: 0, shareSd: 0, shareQ05: 7, shareMost: 7 });
  });
});
