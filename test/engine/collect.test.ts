import { describe, expect, it } from "vitest";
import { collect } from "../../src/engine/collect.ts";
import { runOff, type State } from "../../src/engine/state.ts";
import { fakePool } from "./fakePool.ts";
import { openPool, populate } from "./openPool.ts";
import { months, offBy, poolPlanOf, runOf, stateOf } from "./runs.ts";

const group = "\ngroup: [{ class: all, number: 100, claimProbability: 0, benefit: 1 }]";

/** A share of 2 asked of 100 members, of whom so many are exempt, in the third of six months. */
function collected(rules: string, exempt = 0, status = 0): State {
  const plan = poolPlanOf(`${months(6)}${group}${rules}`);
  const state = stateOf(plan);
  state.now.members[0] = 100;
  state.now.sharers[0] = 100;
  state.now.exempt[0] = exempt;
  state.now.share[0] = 2;
  state.now.largestShare[0] = 2;
  state.now.contributions[0] = 200;
  state.status[0] = status;
  collect(plan, state, fakePool(), 2);
  return state;
}

describe("collect", () => {
  it("remembers the share asked, by period and for the year", () => {
    const state = collected("");
    expect([...state.shares]).toEqual([0, 0, 2, 0, 0, 0]);
    expect(state.shareThisYear[0]).toBe(2);
  });

  it("lets the operator pay for who is exempt", () => {
    const { now } = collected("", 30);
    expect([now.contributions[0], now.subsidy[0]]).toEqual([140, 60]);
  });

  it("lets the next period pay for debits that fail", () => {
    const { now, surplus } = collected("\ncollection: { failing: 5 % }");
    expect([now.contributions[0], now.subsidy[0], surplus[0]]).toEqual([190, 0, -10]);
  });

  it("or the operator", () => {
    const { now, surplus } = collected("\ncollection: { failing: 5 %, unpaid: operator }");
    expect([now.contributions[0], now.subsidy[0], surplus[0]]).toEqual([190, 10, 0]);
  });

  it("debits nobody who is exempt: those cannot fail", () => {
    const { now, failed } = collected("\ncollection: { failing: 5 %, unpaid: operator }", 40);
    expect([now.contributions[0], now.subsidy[0]]).toEqual([114, 86]);
    expect(failed[3]).toBeCloseTo(0.6 * 0.05, 15);
  });

  it("puts those whose debit failed out at the start of the next period", () => {
    expect([...collected("\ncollection: { failing: 5 % }").failed]).toEqual([0, 0, 0, 0.05, 0, 0]);
    expect([...collected("\ncollection: { failing: 5 %, grace: 30 days }").failed]).toEqual([
      0, 0, 0, 0.05, 0, 0,
    ]);
  });

  it("or when the time of grace is over", () => {
    expect([...collected("\ncollection: { failing: 5 %, grace: 60 days }").failed]).toEqual([
      0, 0, 0, 0, 0.05, 0,
    ]);
    expect([...collected("\ncollection: { failing: 5 %, grace: 1 year }").failed]).toEqual([
      0, 0, 0, 0, 0, 0,
    ]);
  });

  it("puts those of two periods out together where a change shortens the grace", () => {
    const run = runOf(`${months(6)}
group: [{ class: all, number: 1000, claimProbability: 100 %, benefit: 1 }]
engine: fast
collection: { failing: 10 %, grace: 60 days }
changes: [{ from: 2020-02-15, collection: { grace: 30 days } }]`);
    // January's failed debits and February's are both out at the start of March: 1,000 x (1 - 0.9 x 0.9).
    expect(run.path("defaulted").slice(0, 3)).toEqual([0, 0, expect.closeTo(190, 9)]);
  });

  it("puts nobody out who joined after the debit", () => {
    const growing = (engine: string) =>
      runOf(`${months(5, `engine: ${engine}\nreplications: 300`)}
members: { ages: 30-39, leaveAt: 100 }
joining: { initial: 100, schedule: [{ perYear: 1200 }] }
cover: { illnesses: { x: { incidence: 0, benefit: 1 } } }
sharing: { feePerHead: 1 }
collection: { failing: 10 %, grace: 90 days }`);
    const fast = growing("fast");
    expect(fast.at("defaulted", 3)).toBeCloseTo(0.1 * fast.at("members", 0), 9);
    const exact = growing("exact");
    expect(offBy(exact.across("defaulted", 3), 0.1 * exact.at("members", 0))).toBeLessThan(4);
  });

  it("puts nobody out in the run-off", () => {
    expect([...collected("\ncollection: { failing: 5 % }", 0, runOff).failed]).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe("exempt members", () => {
  const run = runOf(`${months(5)}
engine: fast
joining: { initial: 1000, schedule: [{ perYear: 12000 }] }
members: { ages: 30-39, leaveAt: 90 }
cover: { illnesses: { x: { incidence: 1, benefit: 1000, endsMembership: false } } }
sharing: { exempt: { joinedBefore: 2020-02-01, until: 2020-03-31 } }`);

  it("cost the operator their part of what is shared until the day", () => {
    const exempt = 1000 + run.at("joiners", 0);
    for (let t = 0; t < 3; t++) {
      const shared = run.at("share", t) * run.at("members", t);
      expect(run.at("subsidy", t) / shared).toBeCloseTo(exempt / run.at("members", t), 12);
      expect(run.at("contributions", t) + run.at("subsidy", t)).toBeCloseTo(shared, 6);
    }
  });

  it("pay like all others afterwards", () => {
    expect(run.at("subsidy", 3)).toBe(0);
    expect(run.at("contributions", 3)).toBeCloseTo(run.at("share", 3) * run.at("members", 3), 6);
    expect(run.at("share", 3)).toBeGreaterThan(0);
  });
});

describe("collect, prepaid", () => {
  /** 10 of class a and 20 of class b, with 3 and 9 each, are asked for 4 each; so many of the January joiners' are free. */
  function taken(rules: string, free = ""): State {
    const { plan, state } = openPool(`\nfunding: { deposit: 10 }\nsharing: { rule: equal${free} }${rules}`);
    const cells = [10, 0, 0, 16, 4, 0];
    populate(state, cells, [0, 0]);
    state.deposits?.balances.set([3, 0, 0, 9, 9, 0]);
    state.deposits?.held.fill(210);
    state.now.share[0] = 4;
    state.now.contributions[0] = 120;
    state.now.sharers[0] = 30;
    state.now.classSharers.set([10, 20]);
    state.now.classWeights.set([10, 20]);
    state.now.classAsked.set([40, 80]);
    state.now.exempt[0] = free === "" ? 0 : 4;
    collect(plan, state, fakePool(cells), 0);
    return state;
  }
  const books = ({ now, surplus, deposits }: State) =>
    [now.contributions, now.subsidy, surplus, deposits?.held ?? []].map((of) => of[0]);

  it("takes shares from the deposits; what they do not hold the next period bears, or the operator", () => {
    expect(books(taken(""))).toEqual([110, 0, -10, 100]);
    expect(books(taken("\ncollection: { unpaid: operator }"))).toEqual([110, 10, 0, 100]);
  });

  it("takes nothing from who is free", () => {
    expect(books(taken("", ", free: 1 month"))).toEqual([94, 16, -10, 116]);
  });

  it("lets no debit fail", () => {
    expect(taken("").failed.every((part) => part === 0)).toBe(true);
  });
});

describe("what members of a class were asked for", () => {
  it("is remembered of each class; a class without sharers sees what the others pay", () => {
    const { plan, state } = openPool("\nsharing: { rule: { class: { b: 2 } } }");
    state.now.share[0] = 3;
    state.now.members[0] = 10;
    state.now.sharers[0] = 10;
    state.now.classSharers.set([10, 0]);
    state.now.classAsked.set([20, 0]);
    collect(plan, state, fakePool([10, 0, 0, 0, 0, 0]), 1);
    expect([...state.classShares.subarray(2, 4)]).toEqual([2, 3]);
  });
});
