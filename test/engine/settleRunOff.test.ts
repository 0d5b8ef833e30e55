import { describe, expect, it } from "vitest";
import { settleRunOff } from "../../src/engine/settleRunOff.ts";
import { runOff, type State } from "../../src/engine/state.ts";
import { openPool } from "./openPool.ts";

/** Aid of 90 in the run-off of a pool that ended with 20 members, before its last settlement. */
function settled(paidBy: string, more = "", set: (state: State) => void = () => {}): State {
  const { plan, state } = openPool(
    `\nending: { runOff: { claimWindow: 90 days, paidBy: ${paidBy} } }${more}`,
  );
  state.status[0] = runOff;
  state.runOffUntil[0] = 4;
  state.membersAtClosing[0] = 20;
  state.now.aid[0] = 90;
  state.now.cases[0] = 1;
  set(state);
  settleRunOff(plan, state, 3, 0);
  return state;
}

/** [share, contributions, aid, aid cut, subsidy, surplus] */
const books = ({ now, surplus }: State) =>
  [now.share, now.contributions, now.aid, now.aidCut, now.subsidy, surplus].map((of) => of[0]);

describe("the run-off", () => {
  it("is paid by the operator, by who was a member, or by nobody", () => {
    expect(books(settled("operator"))).toEqual([0, 0, 90, 0, 90, 0]);
    expect(books(settled("members"))).toEqual([4.5, 90, 90, 0, 0, 0]);
    expect(books(settled("nobody"))).toEqual([0, 0, 0, 90, 0, 0]);
  });

  it("asks only those who can still be asked", () => {
    const state = settled("members, remaining: 50 %");
    expect(books(state)).toEqual([9, 90, 90, 0, 0, 0]);
    expect(state.now.sharers[0]).toBe(10);
    expect(books(settled("members, remaining: 0"))).toEqual([0, 0, 0, 90, 0, 0]);
  });

  it("has the operator pay what is its own in any case", () => {
    const own = settled("nobody", "", ({ now }) => now.aidOfOperator.fill(30));
    expect(books(own)).toEqual([0, 0, 30, 60, 30, 0]);
  });

  it("keeps to the caps, and cuts aid where nobody bears the excess", () => {
    const capped = (excess: string) => `\nsharing: { caps: { perPeriod: 2 }, excess: ${excess} }`;
    expect(books(settled("members", capped("aid")))).toEqual([2, 40, 40, 50, 0, 0]);
    expect(books(settled("members", capped("operator")))).toEqual([2, 40, 90, 0, 50, 0]);
    expect(books(settled("members", capped("nextPeriod")))).toEqual([2, 40, 90, 0, 0, -50]);
  });

  it("leaves nothing to a next period at its last settlement", () => {
    const last = settled("members", "\nsharing: { caps: { perPeriod: 2 }, excess: nextPeriod }", (state) => {
      state.runOffUntil[0] = 3;
    });
    expect(books(last)).toEqual([2, 40, 40, 50, 0, 0]);
  });

  it("takes shares from what is left of the deposits, and no more", () => {
    const funded = "\nfunding: { deposit: 10 }\nsharing: { excess: aid }";
    const state = settled("members", funded, ({ deposits }) => deposits?.held.fill(70));
    expect(books(state)).toEqual([3.5, 70, 70, 20, 0, 0]);
    expect([state.deposits?.held[0], state.deposits?.now.used[0]]).toEqual([0, 70]);
  });
});
