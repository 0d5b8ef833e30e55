import { describe, expect, it } from "vitest";
import type { Deposits } from "../../src/engine/depositState.ts";
import {
  debitDeposits,
  fillDeposits,
  handOnDeposits,
  openDeposits,
  returnDeposits,
} from "../../src/engine/deposits.ts";
import type { State } from "../../src/engine/state.ts";
import type { PoolPlan } from "../../src/plan/plan.ts";
import { fakePool } from "./fakePool.ts";
import { openPool, populate } from "./openPool.ts";

interface Prepaid {
  readonly plan: PoolPlan;
  readonly state: State;
  readonly deposits: Deposits;
}

function prepaid(more = ""): Prepaid {
  const { plan, state } = openPool(`\nfunding: { deposit: 10, credit: 2${more} }`);
  if (!state.deposits) throw new Error("no deposits");
  return { plan, state, deposits: state.deposits };
}

/** The start of a period with members by cell, after leavers left and joiners came. */
function fill({ plan, state, deposits }: Prepaid, t: number, cells: readonly number[]): void {
  populate(state, cells, [0, 0]);
  openDeposits(deposits);
  fillDeposits(plan, state, fakePool(cells), t);
}

const january = [10, 4, 0, 20, 8, 0];
const flows = ({ now, held }: Deposits) => ({
  paid: now.paid[0],
  credited: now.credited[0],
  used: now.used[0],
  returned: now.returned[0],
  lost: now.lost[0],
  held: held[0],
});
const none = { paid: 0, credited: 0, used: 0, returned: 0, lost: 0 };

describe("deposits at the start of a period", () => {
  it("are paid in by who joins, the initial members in the first; the operator adds its credit", () => {
    const pool = prepaid();
    fill(pool, 0, january);
    expect(flows(pool.deposits)).toEqual({ ...none, paid: 420, credited: 84, held: 504 });
    fill(pool, 1, [10, 4, 2, 20, 8, 6]);
    expect(flows(pool.deposits)).toEqual({ ...none, paid: 80, credited: 16, held: 600 });
    expect([...pool.deposits.balances]).toEqual([12, 12, 12, 12, 12, 12]);
  });

  it("are given back to who leaves, or forfeited", () => {
    for (const [more, to] of [
      [", refundToLeavers: true", "returned"],
      ["", "lost"],
    ] as const) {
      const pool = prepaid(more);
      fill(pool, 0, january);
      fill(pool, 1, [9, 4, 0, 18, 8, 0]);
      expect(flows(pool.deposits)).toEqual({ ...none, [to]: 36, held: 468 });
    }
  });

  it("bear interest, from the operator", () => {
    const pool = prepaid(", interest: 26.824179456 %");
    // 2 % a month.
    fill(pool, 0, january);
    expect(pool.deposits.now.credited[0]).toBeCloseTo(84 + 0.02 * 504, 6);
    expect(pool.deposits.balances[0]).toBeCloseTo(12.24, 8);
  });
});

describe("deposits at the settlement", () => {
  /** A share of 5 of class a and so much of class b, taken at once after the deposits of January were filled. */
  function debited(pool: Prepaid, ofB: number): number {
    fill(pool, 0, january);
    const { plan, state } = pool;
    return debitDeposits(plan, state, fakePool(january), (k) => (k === 0 ? 5 : ofB))[0];
  }

  it("pay the shares", () => {
    const pool = prepaid();
    expect(debited(pool, 3)).toBe(14 * 5 + 28 * 3);
    expect(flows(pool.deposits)).toMatchObject({ used: 154, held: 350 });
    expect([...pool.deposits.balances]).toEqual([7, 7, 0, 9, 9, 0]);
    expect([...pool.deposits.topUps]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it("are topped up below the minimum, as often as it needs, by the part that does; the others are out", () => {
    const pool = prepaid(", minimum: 8, topUp: { amount: 0.75, portion: 60 % }");
    debited(pool, 3);
    // 7 are one too little: 2 x 0.75.
    expect([...pool.deposits.topUps]).toEqual([1.5, 1.5, 0, 0, 0, 0]);
    expect([...pool.deposits.drained]).toEqual([0.4, 0.4, 0, 0, 0, 0].map((of) => expect.closeTo(of, 12)));
    expect([...pool.deposits.drainedOfClass]).toEqual([expect.closeTo(0.4, 12), 0]);
    fill(pool, 1, [6, 4, 0, 20, 8, 0]);
    // 10 x 1.5; four who were out have lost 7 each.
    expect(flows(pool.deposits)).toEqual({ ...none, paid: 15, lost: 28, held: 350 - 28 + 15 });
    expect([...pool.deposits.drained, ...pool.deposits.topUps].every((of) => of === 0)).toBe(true);
  });

  it("pay as far as they go; whose do not go far enough tops up or is out, whatever the minimum", () => {
    const pool = prepaid(", topUp: { amount: 30, portion: 0 }");
    expect(debited(pool, 20)).toBe(14 * 5 + 28 * 12);
    expect([...pool.deposits.balances]).toEqual([7, 7, 0, 0, 0, 0]);
    expect([...pool.deposits.drained]).toEqual([0, 0, 0, 1, 1, 0]);
    expect([...pool.deposits.topUps]).toEqual([0, 0, 0, 30, 30, 0]);
  });

  it("that are just used up are left alone: nothing was asked for in vain", () => {
    const pool = prepaid();
    debited(pool, 12);
    expect([...pool.deposits.balances]).toEqual([7, 7, 0, 0, 0, 0]);
    expect([...pool.deposits.drained]).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe("deposits at the end", () => {
  it("are given back but for what the operator has spent", () => {
    const pool = prepaid(", spent: 25 %");
    fill(pool, 0, january);
    returnDeposits(pool.state, 0);
    expect(flows(pool.deposits)).toMatchObject({ returned: 378, lost: 126, held: 0 });
  });

  it("or go with the members to another pool", () => {
    const pool = prepaid(", spent: 25 %");
    fill(pool, 0, january);
    handOnDeposits(pool.state, 0);
    expect(flows(pool.deposits)).toMatchObject({ returned: 0, lost: 0, held: 0 });
    expect(pool.deposits.now.movedOut[0]).toBe(504);
  });

  it("are none where no rules have any", () => {
    const { plan, state } = openPool();
    expect(state.deposits).toBeNull();
    fillDeposits(plan, state, fakePool(january), 0);
    returnDeposits(state, 0);
    expect(debitDeposits(plan, state, fakePool(january), () => 1)[0]).toBe(0);
  });
});
