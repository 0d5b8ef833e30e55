import { describe, expect, it } from "vitest";
import { BrokenInvariant, check } from "../../src/engine/check.ts";
import type { Deposits } from "../../src/engine/depositState.ts";
import type { State } from "../../src/engine/state.ts";
import { months, poolPlanOf, stateOf } from "./runs.ts";

const plan = poolPlanOf(`${months(3)}
group: [{ class: all, number: 100, claimProbability: 0, benefit: 1 }]
sharing: { caps: { perCase: 3, perPeriod: 5, perYear: 8 }, excess: operator }`);

/** A period in order: 100 members pay 2 each for aid of 170 and a fee of 30, for one case. */
function inOrder(): State {
  const state = stateOf(plan, 2, 30);
  for (const lane of [0, 1]) {
    state.now.members[lane] = 100;
    state.now.contributions[lane] = 200;
    state.now.aid[lane] = 170;
    state.now.fee[lane] = 30;
    state.now.share[lane] = 2;
    state.now.cases[lane] = 1;
    state.shareThisYear[lane] = 2;
  }
  return state;
}

function checked(state: State) {
  const worst = { money: 0, members: 0 };
  check(plan, state, 1, Float64Array.of(100, 100), worst);
  return worst;
}

function broken(change: (state: State) => unknown): () => unknown {
  const state = inOrder();
  change(state);
  return () => checked(state);
}

describe("check", () => {
  it("lets pass what is in order", () => {
    expect(checked(inOrder())).toEqual({ money: 0, members: 0 });
  });

  it("lets rounding errors pass, and tells the largest", () => {
    const state = inOrder();
    state.now.aid[1] += 1e-8;
    expect(checked(state).money).toBeCloseTo(1e-8 / 400, 14);
  });

  it("names the rule, the period and the replication", () => {
    expect(
      broken((state) => {
        state.now.aid[1] += 1;
      }),
    ).toThrow(BrokenInvariant);
    expect(
      broken((state) => {
        state.now.aid[1] += 1;
      }),
    ).toThrow("the books do not balance: 200 in, 201 out (period 2, settled 2020-02-29, replication 31)");
  });

  const wrong: Record<string, [(state: State) => unknown, RegExp]> = {
    "money that comes from nowhere": [({ surplus }) => surplus.fill(1), /books do not balance/],
    "books that are no numbers": [({ now }) => now.subsidy.fill(Number.NaN), /books do not balance/],
    "members that come from nowhere": [({ now }) => now.members.fill(101), /101 counted/],
    "members that are no number": [({ now }) => now.members.fill(Number.NaN), /do not add up/],
    "leavers that are still there": [({ now }) => now.died.fill(1), /99 expected, 100 counted/],
    "a negative share": [({ now }) => now.share.fill(-1), /a share of -1/],
    "an infinite share": [({ now }) => now.share.fill(Number.POSITIVE_INFINITY), /a share of Infinity/],
    "a share that is no number": [({ now }) => now.share.fill(Number.NaN), /a share of NaN/],
    "a share above the cap per case": [({ now }) => now.share.fill(3.1), /above a cap/],
    "a share above the cap per period": [
      ({ now }) => {
        now.share[0] = 5.1;
        now.cases[0] = 9;
      },
      /above a cap/,
    ],
    "a share of the largest weight above the cap per period": [
      ({ now }) => {
        now.largestShare[0] = 5.1;
        now.cases[0] = 9;
      },
      /above a cap/,
    ],
    "shares above the cap per year": [({ shareThisYear }) => shareThisYear.fill(8.1), /above a cap/],
  };
  for (const [what, [change, message]] of Object.entries(wrong)) {
    it(`finds ${what}`, () => {
      expect(broken(change)).toThrow(message);
    });
  }

  it("does not count members once a plan has ended", () => {
    const state = inOrder();
    state.status[0] = 1;
    state.lastRunning[0] = -1;
    state.now.members[0] = 0;
    expect(checked(state).members).toBe(0);
  });

  it("counts them in the period in which it ends", () => {
    const state = inOrder();
    state.status[0] = 1;
    state.lastRunning[0] = 1;
    state.now.members[0] = 0;
    expect(() => checked(state)).toThrow(/members do not add up/);
  });
});

describe("check of deposits", () => {
  const prepaid = poolPlanOf(`${months(3)}
joining: { initial: 100 }
members: { ages: 30-39 }
cover: { illnesses: { x: { incidence: 0, benefit: 1 } } }
funding: { deposit: 10 }`);

  /** 100 held 900, paid in 100, were credited 20; 200 were used, 50 given back, 30 forfeited: 740 are left. */
  function withDeposits(change: (deposits: Deposits) => unknown): () => unknown {
    const state = stateOf(prepaid);
    state.now.members[0] = 100;
    const { deposits } = state;
    if (!deposits) throw new Error("no deposits");
    const flows = { heldBefore: 900, paid: 100, credited: 20, used: 200, returned: 50, lost: 30 } as const;
    for (const [flow, amount] of Object.entries(flows)) deposits.now[flow as keyof typeof flows][0] = amount;
    deposits.held[0] = 740;
    change(deposits);
    return () => check(prepaid, state, 1, Float64Array.of(100), { money: 0, members: 0 });
  }

  it("lets pass what is in order, with members who move in and out", () => {
    expect(withDeposits(() => {})).not.toThrow();
    const moving = withDeposits(({ now, held }) => {
      now.movedIn[0] = 40;
      now.movedOut[0] = 15;
      held[0] += 25;
    });
    expect(moving).not.toThrow();
  });

  it("finds deposits that come from nowhere, go nowhere or are below nothing", () => {
    expect(withDeposits(({ held }) => held.fill(741))).toThrow(
      "the deposits do not balance: 1020 in, 1021 out",
    );
    expect(withDeposits(({ now }) => now.movedIn.fill(1))).toThrow(/deposits do not balance/);
    expect(withDeposits(({ held }) => held.fill(-1))).toThrow(/deposits of -1/);
    expect(withDeposits(({ held }) => held.fill(Number.NaN))).toThrow(/deposits of NaN/);
  });
});
