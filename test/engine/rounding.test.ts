import { describe, expect, it } from "vitest";
import { roundDown, roundNearest, roundUp, settled, times } from "../../src/engine/rounding.ts";

describe("rounding", () => {
  it("goes to multiples of the unit: up, down, to the nearest", () => {
    expect([roundUp(0.0282, 0.01), roundDown(0.0282, 0.01), roundNearest(0.0282, 0.01)]).toEqual([
      0.03, 0.02, 0.03,
    ]);
    expect([roundUp(8, 5), roundDown(8, 5), roundNearest(7, 5)]).toEqual([10, 5, 5]);
  });

  it("leaves amounts alone without a unit, and what is a multiple but for rounding errors", () => {
    for (const round of [roundUp, roundDown, roundNearest]) {
      expect(round(0.12345, 0)).toBe(0.12345);
      expect(round(0.07 * 3, 0.01)).toBe(0.21);
    }
  });

  it("has no cap become a number", () => {
    expect(roundDown(Number.POSITIVE_INFINITY, 0.01)).toBe(Number.POSITIVE_INFINITY);
  });

  it("asks for no unit because of what is nothing, and never for less than nothing", () => {
    expect(roundUp(1e-12, 0.01)).toBe(0);
    expect(roundUp(-3, 0.01)).toBe(0);
    expect(roundUp(1e-4, 0.01)).toBe(0.01);
  });
});

describe("times", () => {
  it("multiplies units, not fractions of them", () => {
    expect(0.07 * 3).not.toBe(0.21);
    expect(times(0.07, 3, 0.01)).toBe(0.21);
    expect(times(0.03, 23_000_000, 0.01)).toBe(690_000);
  });

  it("is the product for parts of persons and without a unit", () => {
    expect(times(0.03, 2.5, 0.01)).toBe(0.03 * 2.5);
    expect(times(1.7, 3, 0)).toBe(1.7 * 3);
  });
});

describe("settled", () => {
  it("drops what rounding errors leave of a payment, and nothing else", () => {
    expect(settled(1e-11, 100)).toBe(0);
    expect(settled(-1e-11, -100)).toBe(0);
    expect(settled(1e-9, 100)).toBe(1e-9);
    expect(settled(-5, 0)).toBe(-5);
  });
});
