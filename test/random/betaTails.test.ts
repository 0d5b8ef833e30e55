import { describe, expect, it } from "vitest";
import { betaLowerTail } from "../../src/random/betaTails.ts";

describe("betaLowerTail", () => {
  it("is the regularised incomplete beta function", () => {
    // mpmath 1.3.0 with 40 digits
    const known: [number, number, number, number][] = [
      [2, 3, 0.25, 0.26171875],
      [0.5, 0.5, 0.0625, 0.16086124651033248],
      [0.1, 3, 0.875, 0.9999177895499766],
      [100, 300, 0.3125, 0.9971980655764835],
      [1000, 3000, 0.25, 0.502427980892099],
    ];
    for (const [a, b, x, theirs] of known) {
      expect(Math.abs(betaLowerTail(a, b, x, 1 - x) / theirs - 1)).toBeLessThan(1e-13);
    }
  });

  it("goes from 0 to 1", () => {
    expect([betaLowerTail(2, 3, 0, 1), betaLowerTail(2, 3, 1, 0)]).toEqual([0, 1]);
  });

  it("is the sum of binomial probabilities", () => {
    // at least 2 successes in 4 trials of probability 1/4: 1 - .75^4 - 4 .25 .75^3
    expect(betaLowerTail(2, 3, 0.25, 0.75)).toBeCloseTo(1 - 0.75 ** 4 - 0.75 ** 3, 14);
  });

  it("makes 1 together with the upper tail", () => {
    for (const x of [0.01, 0.3, 0.4, 0.99]) {
      expect(betaLowerTail(2.5, 4, x, 1 - x) + betaLowerTail(4, 2.5, 1 - x, x)).toBeCloseTo(1, 14);
    }
  });
});
