import { describe, expect, it } from "vitest";
import { react } from "../../src/engine/react.ts";
import type { State } from "../../src/engine/state.ts";
import { months, poolPlanOf, stateOf } from "./runs.ts";

interface Given {
  readonly shares: readonly number[];
  /** Members covered throughout the last month. */
  readonly covered?: number;
  readonly expectedAid?: number;
}

/** Lapse probability in the next month after the given shares, one a month. */
function lapseAfter(reaction: string, { shares, covered = 100, expectedAid = 0 }: Given, more = ""): number {
  const plan = poolPlanOf(`${months(6)}
group: [{ class: all, number: 100, claimProbability: 0, benefit: 1, lapse: 4 %, reaction: ${reaction} }]${more}`);
  const state: State = stateOf(plan);
  state.classShares.set(shares);
  state.classMembers[0] = 100;
  state.now.exposure[0] = covered;
  state.now.expectedAid[0] = expectedAid;
  react(plan, state, shares.length - 1);
  return state.lapse[0];
}

/** Probability per month where that of a year is so much; where the intensity is a multiple of it. */
const ofMonth = (yearly: number, times = 1) => 1 - (1 - yearly) ** (times / 12);
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
    // 10 a month is twice the reference of 60 a year.
    expect(lapseAfter(power("60"), { shares: [99, 6, 14] })).toBeCloseTo(ofMonth(0.04, 2), 14);
  });

  it("averages over as many periods as there have been", () => {
    expect(lapseAfter(threshold(6), { shares: [11] })).toBe(1);
    expect(lapseAfter(threshold(6), { shares: [11, 9] })).toBeCloseTo(ofMonth(0.04), 15);
  });

  it("takes as reference what a covered member may expect to receive in a year", () => {
    // 100 covered expect 500 this month: 60 a head and year; a share of 15 a month is 180.
    const given = { shares: [15, 15], expectedAid: 500 };
    expect(lapseAfter(power("expectedAid"), given)).toBeCloseTo(ofMonth(0.04, 3), 14);
    // The same between 25, whoever waits besides: 240 a head.
    expect(lapseAfter(power("expectedAid"), { ...given, covered: 25 })).toBeCloseTo(ofMonth(0.04), 15);
    expect(lapseAfter(power("expectedAid"), { ...given, shares: [40, 40], covered: 25 })).toBeCloseTo(
      ofMonth(0.04, 2),
      14,
    );
  });

  it("expects nothing from claims that are refused", () => {
    const given = { shares: [15, 15], expectedAid: 500 };
    expect(lapseAfter(power("expectedAid"), given, "\nclaims: { denied: 50 % }")).toBeCloseTo(
      ofMonth(0.04, 6),
      14,
    );
  });

  it("has events multiply the intensity of lapse in the periods in which they last", () => {
    const event = "\nshocks: { events: [{ name: bad news, from: 2020-03-01, to: 2020-03-31, lapse: 5 }] }";
    expect(lapseAfter("none", { shares: [0] }, event)).toBeCloseTo(ofMonth(0.04), 15);
    expect(lapseAfter("none", { shares: [0, 0] }, event)).toBeCloseTo(ofMonth(0.04, 5), 14);
    expect(lapseAfter("none", { shares: [0, 0, 0] }, event)).toBeCloseTo(ofMonth(0.04), 15);
  });

  it("never has more than all leave, and nobody where an event keeps them", () => {
    const event = (lapse: number) =>
      `\nshocks: { events: [{ name: news, from: 2020-01-01, to: 2020-12-31, lapse: ${lapse} }] }`;
    expect(lapseAfter("none", { shares: [0] }, event(50))).toBeCloseTo(ofMonth(0.04, 50), 14);
    expect(lapseAfter("none", { shares: [0] }, event(1e6))).toBe(1);
    expect(lapseAfter(threshold(1), { shares: [11] }, event(50))).toBe(1);
    expect(lapseAfter(threshold(1), { shares: [11] }, event(0))).toBe(0);
  });

  it("keeps the base lapse while nobody is covered: what to expect is not known", () => {
    const given = { shares: [15, 15], covered: 0 };
    const band =
      "{ band: { reference: expectedAid, from: -100 %, to: 50 %, lapseFrom: 10 %, lapseTo: 20 % } }";
    for (const reaction of [power("expectedAid"), band])
      expect(lapseAfter(reaction, given)).toBeCloseTo(ofMonth(0.04), 15);
  });

  it("has all leave who are covered and may expect nothing", () => {
    expect(lapseAfter(power("expectedAid"), { shares: [1] })).toBe(1);
    expect(lapseAfter(power("expectedAid"), { shares: [0] })).toBeCloseTo(ofMonth(0.04), 15);
  });
});

describe("the reaction of those who might join", () => {
  /** What is left of the inflow after the given shares, one a month. */
  function attractionAfter(joins: string, shares: readonly number[]): number {
    const plan = poolPlanOf(`${months(6)}
joining: { initial: 100 }
members: { ages: 30-39, classes: { all: { joins: ${joins} } } }
cover: { illnesses: { x: { incidence: 1 %, benefit: 1 } } }`);
    const state = stateOf(plan);
    state.classShares.set(shares);
    react(plan, state, shares.length - 1);
    return state.attraction[0];
  }

  it("is none where nothing is said", () => {
    expect(attractionAfter("none", [1e6])).toBe(1);
  });

  it("follows the share per year, averaged over the periods looked back on", () => {
    // 20 and 10 a month are 180 a year: three times 60.
    const power = "{ power: { reference: 60, elasticity: 1, lookBack: 2 } }";
    expect(attractionAfter(power, [999, 20, 10])).toBeCloseTo(1 / 3, 12);
    expect(attractionAfter(power, [999, 4, 6])).toBe(1);
  });

  it("may attract more where the share is below the reference, as often as `most` says", () => {
    const power = "{ power: { reference: 60, elasticity: 2, lookBack: 1, most: 5 } }";
    // 2.5 a month is half of 60 a year, 1 a month a fifth of it.
    expect(attractionAfter(power, [2.5])).toBeCloseTo(4, 12);
    expect(attractionAfter(power, [1])).toBe(5);
    expect(attractionAfter(power, [0])).toBe(5);
    expect(attractionAfter(power, [10])).toBeCloseTo(1 / 4, 12);
    expect(attractionAfter(power.replace("elasticity: 2", "elasticity: 0"), [0])).toBe(1);
  });

  it("attracts no more as long as nobody is covered, whose expected aid the reference is", () => {
    const power = "{ power: { reference: expectedAid, elasticity: 2, lookBack: 1, most: 5 } }";
    expect(attractionAfter(power, [1])).toBe(1);
  });

  it("has each kind", () => {
    expect(attractionAfter("{ threshold: { willingness: 120, lookBack: 1 } }", [10.01])).toBe(0);
    expect(attractionAfter("{ threshold: { willingness: 120, lookBack: 1 } }", [10])).toBe(1);
    expect(attractionAfter("{ logit: { value: 120, scale: 9, lookBack: 1 } }", [10])).toBeCloseTo(0.5, 12);
    const band = "{ band: { reference: 100, from: 0, to: 100 %, awayFrom: 0, awayTo: 80 %, lookBack: 1 } }";
    expect(attractionAfter(band, [12.5])).toBeCloseTo(0.6, 12);
  });
});
