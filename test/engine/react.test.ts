import { describe, expect, it } from "vitest";
import { react } from "../../src/engine/react.ts";
import type { State } from "../../src/engine/state.ts";
import { months, planOf, stateOf } from "./runs.ts";

interface Given {
  readonly shares: readonly number[];
  readonly members?: number;
  readonly expectedAid?: number;
}

/** Lapse probability in the next month after the given shares, one a month. */
function lapseAfter(reaction: string, { shares, members = 100, expectedAid = 0 }: Given, more = ""): number {
  const plan = planOf(`${months(6)}
group: [{ class: all, number: 100, claimProbability: 0, benefit: 1, lapse: 4 %, reaction: ${reaction} }]${more}`);
  const state: State = stateOf(plan);
  state.shares.set(shares);
  state.classMembers[0] = members;
  state.now.expectedAid[0] = expectedAid;
  react(plan, state, shares.length - 1);
  return state.lapse[0];
}

const ofMonth = (yearly: number) => 1 - (1 - yearly) ** (1 / 12);
const threshold = (lookBack: number) => `{ threshold: { willingness: 120, lookBack: ${lookBack} } }`;
const power = (reference: string) => `{ power: { reference: ${reference}, elasticity: 1, lookBack: 2 } }`;

describe("react", () => {
  it("makes an annual lapse one of a period: twelve months lose what a year loses", () => {
    expect(lapseAfter("none", { shares: [99] })).toBeCloseTo(ofMonth(0.04), 15);
  });

  it("compares the share per year", () => {
    expect(lapseAfter(threshold(1), { shares: [10] })).toBeCloseTo(ofMonth(0.04), 15);
    expect(lapseAfter(threshold(1), { shares: [10.01] })).toBe(1);
  });

  it("averages over the periods looked back on", () => {
    expect(lapseAfter(threshold(3), { shares: [100, 5, 9, 15] })).toBeCloseTo(ofMonth(0.04), 15);
    expect(lapseAfter(threshold(3), { shares: [0, 6, 9, 15.1] })).toBe(1);
    expect(lapseAfter(power("60"), { shares: [99, 6, 14] })).toBeCloseTo(ofMonth(0.08), 14);
  });

  it("averages over as many periods as there have been", () => {
    expect(lapseAfter(threshold(6), { shares: [11] })).toBe(1);
    expect(lapseAfter(threshold(6), { shares: [11, 9] })).toBeCloseTo(ofMonth(0.04), 15);
  });

  it("takes as reference what a member may expect to receive in a year", () => {
    // 100 members expect 500 this month: 60 a member and year; a share of 15 a month is 180.
    const given = { shares: [15, 15], expectedAid: 500 };
    expect(lapseAfter(power("expectedAid"), given)).toBeCloseTo(ofMonth(0.12), 14);
  });

  it("expects nothing from claims that are refused", () => {
    const given = { shares: [15, 15], expectedAid: 500 };
    expect(lapseAfter(power("expectedAid"), given, "\nclaims: { denied: 50 % }")).toBeCloseTo(
      ofMonth(0.24),
      14,
    );
  });

  it("has events multiply the lapse of the periods in which they last", () => {
    const event = "\nshocks: { events: [{ name: bad news, from: 2020-03-01, to: 2020-03-31, lapse: 5 }] }";
    expect(lapseAfter("none", { shares: [0] }, event)).toBeCloseTo(ofMonth(0.04), 15);
    expect(lapseAfter("none", { shares: [0, 0] }, event)).toBeCloseTo(ofMonth(0.2), 14);
    expect(lapseAfter("none", { shares: [0, 0, 0] }, event)).toBeCloseTo(ofMonth(0.04), 15);
  });

  it("never has more than all leave", () => {
    const event = "\nshocks: { events: [{ name: bad news, from: 2020-01-01, to: 2020-12-31, lapse: 50 }] }";
    expect(lapseAfter("none", { shares: [0] }, event)).toBe(1);
  });

  it("does not mind an empty class", () => {
    expect(lapseAfter(power("expectedAid"), { shares: [1], members: 0 })).toBe(1);
    expect(lapseAfter(power("expectedAid"), { shares: [0], members: 0 })).toBeCloseTo(ofMonth(0.04), 15);
  });
});
