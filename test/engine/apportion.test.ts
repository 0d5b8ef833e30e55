import { describe, expect, it } from "vitest";
import { apportion } from "../../src/engine/apportion.ts";
import { runOff, type State } from "../../src/engine/state.ts";
import { months, poolPlanOf, stateOf } from "./runs.ts";

/** A closed group whose rules matter and whose members do not: the tests set the numbers of the period. */
const group = `
group: [{ class: all, number: 10, claimProbability: 0, benefit: 1 }]`;

interface Period {
  readonly aid: number;
  readonly sharers?: number;
  readonly cases?: number;
  readonly surplus?: number;
  readonly shareThisYear?: number;
  readonly status?: number;
  readonly membersAtClosing?: number;
}

function apportioned(rules: string, given: Period): State {
  const plan = poolPlanOf(`${months(2)}${group}${rules}`);
  const state = stateOf(plan);
  state.now.aid[0] = given.aid;
  const sharers = given.sharers ?? 10;
  for (const of of [state.now.sharers, state.now.classSharers, state.now.classWeights]) of[0] = sharers;
  state.now.cases[0] = given.cases ?? 1;
  state.surplus[0] = given.surplus ?? 0;
  state.shareThisYear[0] = given.shareThisYear ?? 0;
  state.status[0] = given.status ?? 0;
  state.membersAtClosing[0] = given.membersAtClosing ?? 0;
  apportion(plan, state, 0);
  return state;
}

/** What a period's books say: [share, contributions, aid, aid cut, fee, subsidy, surplus carried out]. */
function books({ now, surplus }: State): number[] {
  const { share, contributions, aid, aidCut, fee, subsidy } = now;
  return [share, contributions, aid, aidCut, fee, subsidy, surplus].map((of) => of[0]);
}

function expectBooks(state: State, expected: readonly number[]): void {
  books(state).forEach((value, i) => {
    expect(value, `number ${i} of ${books(state)}`).toBeCloseTo(expected[i], 9);
  });
}

describe("apportion", () => {
  it("divides aid by sharers", () => {
    expectBooks(apportioned("", { aid: 1000, sharers: 1000 }), [1, 1000, 1000, 0, 0, 0, 0]);
  });

  it("adds the fee on aid and the fee per head", () => {
    const state = apportioned("\nsharing: { fee: 8 %, feePerHead: 0.5 }", { aid: 100 });
    expectBooks(state, [11.3, 113, 100, 0, 13, 0, 0]);
  });

  it("leaves to the operator what a premium collects too much, which is no cost for the next premium", () => {
    const rules = "\nsharing: { premium: { amount: 20, leftTo: operator }, excess: operator, fee: 10 % }";
    const state = apportioned(rules, { aid: 100 });
    expectBooks(state, [20, 200, 100, 0, 100, 0, 0]);
    expect(state.costThisYear[0]).toBeCloseTo(110, 9);
  });

  it("rounds up to the unit and carries what that collects too much", () => {
    const state = apportioned("\nsharing: { roundUpTo: 0.5 }", { aid: 101 });
    expectBooks(state, [10.5, 105, 101, 0, 0, 0, 4]);
  });

  it("does not round up what is a multiple of the unit but for rounding errors", () => {
    expect(apportioned("\nsharing: { roundUpTo: 0.01 }", { aid: 0.07 * 3, sharers: 3 }).now.share[0]).toBe(
      0.07,
    );
    expect(apportioned("\nsharing: { roundUpTo: 0.01 }", { aid: 4310, sharers: 1000 }).now.share[0]).toBe(
      4.31,
    );
  });

  it("rounds to units that are no part of one", () => {
    expect(apportioned("\nsharing: { roundUpTo: 5 }", { aid: 123 }).now.share[0]).toBe(15);
    expect(apportioned("\nsharing: { roundUpTo: 0.3 }", { aid: 10 }).now.share[0]).toBeCloseTo(1.2, 12);
  });

  it("asks nobody for a unit because of a rounding error in the surplus", () => {
    // 0.57 * 100 is 56.99999999999999.
    const surplus = 0.57 * 100 - 57;
    expect(surplus).toBeLessThan(0);
    const state = apportioned("\nsharing: { roundUpTo: 0.01 }", { aid: 0, sharers: 100, cases: 0, surplus });
    expect(state.now.share[0]).toBe(0);
  });

  it("carries no rounding errors over: they would be a debit of their own", () => {
    // 3.3 * (1.1 / 3.3) and the like are off by an ulp.
    const sharers = [3, 7, 49, 93, 1234.567];
    for (const of of sharers) expect(apportioned("", { aid: 100, sharers: of }).surplus[0]).toBe(0);
    const cut = "\nsharing: { fee: 0.72 %, caps: { perPeriod: 0 }, excess: aid }";
    expect(apportioned(cut, { aid: 20 }).surplus[0]).toBe(0);
    const capped = "\nsharing: { fee: 0.72 %, caps: { perPeriod: 0.1 }, excess: aid }";
    for (const of of sharers) expect(apportioned(capped, { aid: 1e6 / 3, sharers: of }).surplus[0]).toBe(0);
  });

  it("takes the surplus carried in first", () => {
    expectBooks(apportioned("", { aid: 100, surplus: 30 }), [7, 70, 100, 0, 0, 0, 0]);
    expectBooks(apportioned("", { aid: 100, surplus: -30 }), [13, 130, 100, 0, 0, 0, 0]);
  });

  it("asks for nothing while the surplus is enough", () => {
    expectBooks(apportioned("", { aid: 100, surplus: 130 }), [0, 0, 100, 0, 0, 0, 30]);
  });

  it("asks for nothing when there is nothing to pay", () => {
    expectBooks(apportioned("\nsharing: { fee: 8 % }", { aid: 0, cases: 0 }), [0, 0, 0, 0, 0, 0, 0]);
  });
});

describe("a cap of 5 on a share of 11", () => {
  const caps = {
    "per case": { rule: "perCase: 2.5", given: { aid: 100, cases: 2 } },
    "per period": { rule: "perPeriod: 5", given: { aid: 100 } },
    "per year": { rule: "perYear: 12", given: { aid: 100, shareThisYear: 7 } },
  };
  const bearers = {
    // 110 are needed, 50 come in.
    operator: [5, 50, 100, 0, 10, 60, 0],
    // Aid A with a fee of 10 % costs 1.1 A = 50.
    aid: [5, 50, 50 / 1.1, 100 - 50 / 1.1, 5 / 1.1, 0, 0],
    nextPeriod: [5, 50, 100, 0, 10, 0, -60],
  };
  for (const [kind, { rule, given }] of Object.entries(caps)) {
    for (const [bearer, expected] of Object.entries(bearers)) {
      it(`${kind} leaves the rest to ${bearer}`, () => {
        const sharing = `\nsharing: { fee: 10 %, caps: { ${rule} }, excess: ${bearer} }`;
        expectBooks(apportioned(sharing, given), expected);
      });
    }
  }

  it("does nothing where it is not reached", () => {
    const sharing = "\nsharing: { fee: 10 %, caps: { perPeriod: 11 }, excess: aid }";
    expectBooks(apportioned(sharing, { aid: 100 }), [11, 110, 100, 0, 10, 0, 0]);
  });
});

describe("several caps", () => {
  it("let the lowest count", () => {
    const sharing = "\nsharing: { caps: { perCase: 4, perPeriod: 3, perYear: 2 }, excess: operator }";
    expect(apportioned(sharing, { aid: 100 }).now.share[0]).toBe(2);
    expect(apportioned(sharing, { aid: 100, shareThisYear: 2 }).now.share[0]).toBe(0);
    // A cap may be lowered within the year, below what has been paid.
    expect(apportioned(sharing, { aid: 100, shareThisYear: 9 }).now.share[0]).toBe(0);
  });

  it("are kept by rounding down to the unit", () => {
    const sharing = "\nsharing: { roundUpTo: 0.01, caps: { perPeriod: 0.029 }, excess: operator }";
    const state = apportioned(sharing, { aid: 0.282 });
    expect(state.now.share[0]).toBe(0.02);
    expect(state.now.subsidy[0]).toBeCloseTo(0.082, 12);
  });

  it("hold for what an earlier cap left over, too", () => {
    const sharing = "\nsharing: { caps: { perPeriod: 5 }, excess: nextPeriod }";
    expectBooks(apportioned(sharing, { aid: 10, surplus: -60 }), [5, 50, 10, 0, 0, 0, -20]);
  });

  it("per case let the fee per head be asked besides, with a case and without", () => {
    const sharing = "\nsharing: { feePerHead: 0.5, caps: { perCase: 2.5 }, excess: operator }";
    expectBooks(apportioned(sharing, { aid: 100, cases: 2 }), [5.5, 55, 100, 0, 5, 50, 0]);
    expectBooks(apportioned(sharing, { aid: 0, cases: 0 }), [0.5, 5, 0, 0, 5, 0, 0]);
    // What is owed from before has to wait for a case.
    expectBooks(
      apportioned(sharing.replace("operator", "nextPeriod"), { aid: 0, cases: 0, surplus: -60 }),
      [0.5, 5, 0, 0, 5, 0, -60],
    );
  });

  it("per case let nothing be collected in a period without a case", () => {
    const sharing = "\nsharing: { caps: { perCase: 5 }, excess: nextPeriod }";
    expectBooks(apportioned(sharing, { aid: 0, cases: 0, surplus: -60 }), [0, 0, 0, 0, 0, 0, -60]);
  });
});

describe("with nobody left to share", () => {
  it("aid is paid from the surplus only", () => {
    const state = apportioned("\nsharing: { fee: 10 % }", { aid: 100, sharers: 0, surplus: 55 });
    expectBooks(state, [0, 0, 50, 50, 5, 0, 0]);
  });

  it("a surplus that is enough pays all", () => {
    expectBooks(apportioned("", { aid: 100, sharers: 0, surplus: 120 }), [0, 0, 100, 0, 0, 0, 20]);
  });

  it("what earlier periods owe stays owed", () => {
    expectBooks(apportioned("", { aid: 100, sharers: 0, surplus: -20 }), [0, 0, 0, 100, 0, 0, -20]);
  });
});

describe("in the run-off", () => {
  const paidBy = (who: string) =>
    `\nsharing: { fee: 10 % }\nending: { runOff: { claimWindow: 1 year, paidBy: ${who} } }`;
  const given = { aid: 100, sharers: 0, status: runOff, membersAtClosing: 20 };

  it("the operator pays, and takes no fee", () => {
    expectBooks(apportioned(paidBy("operator"), given), [0, 0, 100, 0, 0, 100, 0]);
    expectBooks(apportioned(paidBy("operator"), { ...given, surplus: 30 }), [0, 0, 100, 0, 0, 70, 0]);
    expectBooks(apportioned(paidBy("operator"), { ...given, surplus: 130 }), [0, 0, 100, 0, 0, 0, 30]);
  });

  it("or those who were members at closing", () => {
    expectBooks(apportioned(paidBy("members"), given), [5.5, 110, 100, 0, 10, 0, 0]);
  });

  it("or nobody", () => {
    expectBooks(apportioned(paidBy("nobody"), given), [0, 0, 0, 100, 0, 0, 0]);
  });

  it("nobody pays but the surplus, as far as it goes, and no fee is taken", () => {
    expectBooks(apportioned(paidBy("nobody"), { ...given, surplus: 30 }), [0, 0, 30, 70, 0, 0, 0]);
    expectBooks(apportioned(paidBy("nobody"), { ...given, surplus: 130 }), [0, 0, 100, 0, 0, 0, 30]);
    expectBooks(apportioned(paidBy("nobody"), { ...given, surplus: -20 }), [0, 0, 0, 100, 0, 0, -20]);
  });
});

describe("after sharing has stopped", () => {
  it("the operator pays what the surplus does not", () => {
    const closing = "\nending: { closing: { announced: 2020-01-15, on: 2020-02-15 } }";
    expectBooks(
      apportioned(`\nsharing: { fee: 8 % }${closing}`, { aid: 100, surplus: 40 }),
      [0, 0, 100, 0, 0, 60, 0],
    );
  });
});
