import { describe, expect, it } from "vitest";
import type { Param, SelectRule } from "../../src/plan/plan.ts";
import { selectFactor } from "../../src/plan/select.ts";

const factor = (select: SelectRule, years: number) => selectFactor(select, years, Number);

describe("selectFactor", () => {
  it("is one where there is no selection", () => {
    expect(factor({ kind: "none" }, 3)).toBe(1);
  });

  it("starts at `start` and makes up 63 % of what is missing in one time constant", () => {
    const select: SelectRule = { kind: "exponential", start: 0.2, timeConstantYears: 2 };
    expect(factor(select, 0)).toBeCloseTo(0.2, 14);
    expect(factor(select, 2)).toBeCloseTo(1 - 0.8 / Math.E, 14);
    expect(factor(select, 4)).toBeCloseTo(1 - 0.8 / Math.E ** 2, 14);
    expect(factor(select, 1000)).toBe(1);
  });

  it("comes down to one from a start above it", () => {
    expect(factor({ kind: "exponential", start: 3, timeConstantYears: 1 }, 1)).toBeCloseTo(
      1 + 2 / Math.E,
      14,
    );
  });

  it("is over at once where the time constant is 0", () => {
    expect(factor({ kind: "exponential", start: 0.2, timeConstantYears: 0 }, 0)).toBe(1);
  });

  it("takes the factor of the year of membership, the last one for ever", () => {
    const select: SelectRule = { kind: "years", factors: [0.3, 0.6, 0.9] };
    expect([0, 0.99, 1, 1.99, 2, 2.5, 3, 40].map((years) => factor(select, years))).toEqual([
      0.3, 0.3, 0.6, 0.6, 0.9, 0.9, 0.9, 0.9,
    ]);
  });

  it("asks for the value of uncertain numbers", () => {
    const valueAt = (param: Param) => (typeof param === "number" ? param : 0.5);
    expect(selectFactor({ kind: "years", factors: [0.3, { draw: 0 }] }, 1.5, valueAt)).toBe(0.5);
    const exponential: SelectRule = { kind: "exponential", start: 0, timeConstantYears: { draw: 0 } };
    expect(selectFactor(exponential, 1, valueAt)).toBeCloseTo(1 - Math.exp(-2), 14);
  });
});
