import { describe, expect, it } from "vitest";
import type { State } from "../../src/engine/state.ts";
import { weighSharers } from "../../src/engine/weighSharers.ts";
import { tenureWeight } from "../../src/plan/sharing/tenureWeight.ts";
import { fakePool } from "./fakePool.ts";
import { openPool, populate } from "./openPool.ts";

const cells = [10, 4, 2, 20, 8, 6];

/** Weighs in February, when those of January are covered no earlier than in March. */
function weighed(sharing: string, set: (state: State) => void = () => {}): State {
  const { plan, state } = openPool(`\nsharing: ${sharing}`);
  populate(state, cells, [10, 20]);
  set(state);
  weighSharers(plan, state, fakePool(cells), 1);
  return state;
}

const weights = ({ now }: State) => [...now.classWeights];

describe("weighSharers", () => {
  it("has all members share alike", () => {
    const { now } = weighed("{ rule: equal }");
    expect([now.sharers[0], ...now.classSharers, ...now.classWeights]).toEqual([50, 16, 34, 16, 34]);
    expect([...now.classMembers]).toEqual([16, 34]);
  });

  it("or only the covered", () => {
    const { now } = weighed("{ sharers: covered }");
    expect([now.sharers[0], ...now.classSharers, ...now.classWeights]).toEqual([30, 10, 20, 10, 20]);
    expect([...now.classMembers]).toEqual([16, 34]);
  });

  it("weighs by class; classes not named count once", () => {
    expect(weights(weighed("{ rule: { class: { b: 2.5 } } }"))).toEqual([16, 85]);
  });

  it("weighs by what a class may expect, and all alike while that is nothing", () => {
    const expected = weighed("{ rule: expectedCost }", ({ now }) => now.expectedAid.set([30, 90]));
    expect(weights(expected)).toEqual([30, 90]);
    expect(weights(weighed("{ rule: expectedCost }"))).toEqual([16, 34]);
  });

  it("weighs by year of membership, of the covered only where only they share", () => {
    // Initial members joined more than two months before, in the first year like all others.
    expect(weights(weighed("{ rule: { tenure: [3, 1] } }"))).toEqual([48, 102]);
    expect(weights(weighed("{ rule: { tenure: [3, 1] }, sharers: covered }"))).toEqual([30, 60]);
  });

  it("weighs by age as the pool did, cell by cell; who does not share is taken off in proportion", () => {
    const byAge = (sharers: string) =>
      weighed(`{ rule: { age: [{ ages: 30-34, weight: 2 }] }, sharers: ${sharers} }`, ({ now }) =>
        now.classWeights.set([24, 51]),
      );
    expect(weights(byAge("members"))).toEqual([24, 51]);
    expect(weights(byAge("covered"))).toEqual([15, 30]);
  });

  it("counts for how many the operator pays", () => {
    const free = "free: 2 months";
    expect(weighed(`{ ${free} }`).now.exempt[0]).toBe(4 + 2 + 8 + 6);
    expect(weighed(`{ ${free}, sharers: covered }`).now.exempt[0]).toBe(0);
    expect(weighed("{ exempt: { joinedBefore: 2020-01-15, until: 2020-12-31 } }").now.exempt[0]).toBe(42);
  });
});

describe("tenureWeight", () => {
  it("is that of the year of membership, the last one for ever", () => {
    expect([0, 0.9, 1, 1.99, 2, 50].map((years) => tenureWeight([3, 2, 1], years))).toEqual([
      3, 3, 2, 2, 1, 1,
    ]);
  });
});
