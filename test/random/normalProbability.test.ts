import { describe, expect, it } from "vitest";
import { normalProbability } from "../../src/random/normalProbability.ts";
import { normalQuantile } from "../../src/random/normalQuantile.ts";

describe("normalProbability", () => {
  it("is the normal distribution function, with all digits in the lower tail", () => {
    const known = [
      [-8, 6.220960574271784e-16],
      [-1.5, 0.06680720126885807],
      [0, 0.5],
      [0.25, 0.5987063256829237],
      [1.96, 0.9750021048517795],
      [6, 0.9999999990134123],
    ]; // mpmath 1.3.0
    for (const [w, theirs] of known) {
      expect(Math.abs(normalProbability(w) / theirs - 1)).toBeLessThan(1e-13);
    }
  });

  it("is undone by normalQuantile", () => {
    for (const u of [1e-12, 0.01, 0.3, 0.5, 0.7, 0.99]) {
      expect(normalProbability(normalQuantile(u)) / u).toBeCloseTo(1, 13);
    }
  });

  it("goes from 0 to 1", () => {
    expect(normalProbability(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(normalProbability(Number.POSITIVE_INFINITY)).toBe(1);
  });
});
