import { describe, expect, it } from "vitest";
import { hazardOf, probabilityPerHazard, splitHazards } from "../../src/plan/hazard.ts";

describe("hazardOf", () => {
  it.each([
    ["none", 0, 0],
    ["less than none, by rounding", -1e-17, 0],
    ["no number", Number.NaN, 0],
    ["a small one", 1e-9, 1e-9 + 0.5e-18],
    ["a half", 0.5, Math.LN2],
    ["certainty", 1, Number.POSITIVE_INFINITY],
    ["certainty but for rounding", 1 - 1e-15, Number.POSITIVE_INFINITY],
    ["more than certainty, by rounding", 1 + 1e-15, Number.POSITIVE_INFINITY],
  ])("of %s", (_, probability, hazard) => {
    expect(hazardOf(probability)).toBe(hazard);
  });
});

describe("probabilityPerHazard", () => {
  it.each([1e-12, 1e-4, 0.01, 0.0624, 0.0625, 0.0626, 0.5, 3, 40])("is (1 - exp(-h)) / h at %d", (hazard) => {
    const expected = -Math.expm1(-hazard) / hazard;
    expect(Math.abs(probabilityPerHazard(hazard) / expected - 1)).toBeLessThan(4e-16);
  });

  it("is 1 without hazard", () => {
    expect(probabilityPerHazard(0)).toBe(1);
  });
});

describe("splitHazards", () => {
  it("gives each part its weight, one after another", () => {
    const weights = Float64Array.of(0.2, 0, 0.5, 0.3, 0);
    let left = 1;
    splitHazards(weights).forEach((hazard, part) => {
      expect(left * (1 - Math.exp(-hazard))).toBeCloseTo(weights[part], 15);
      left *= Math.exp(-hazard);
    });
  });

  it("leaves nothing to the parts after the last with a weight", () => {
    const hazards = splitHazards(Float64Array.of(0.1, 0.2, 0.7, 0, 0));
    expect([...hazards].slice(2)).toEqual([Number.POSITIVE_INFINITY, 0, 0]);
  });
});
