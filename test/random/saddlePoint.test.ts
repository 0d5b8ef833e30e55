import { describe, expect, it } from "vitest";
import { deviance, stirlingError } from "../../src/random/saddlePoint.ts";

const HALF_LOG_TWO_PI = 0.9189385332046728;

describe("stirlingError", () => {
  it("is what ln x! has beyond Stirling's formula", () => {
    let logFactorial = 0;
    for (let x = 1; x <= 40; x++) {
      logFactorial += Math.log(x);
      const stirling = (x + 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI;
      expect(stirlingError(x)).toBeCloseTo(logFactorial - stirling, 12);
    }
  });

  it("knows Gamma(3/2) and Gamma(1.01)", () => {
    expect(stirlingError(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)) + 0.5 - HALF_LOG_TWO_PI, 14);
    // ln Gamma(1.01) = -0.005690307946069... (mpmath 1.3.0)
    const stirling = 0.51 * Math.log(0.01) - 0.01 + HALF_LOG_TWO_PI;
    expect(stirlingError(0.01)).toBeCloseTo(-0.005690307946069646 - stirling, 13);
  });

  it("passes from the recursion to the series without a jump", () => {
    const below = stirlingError(16 - 1e-9);
    expect(below - stirlingError(16)).toBeGreaterThan(0);
    expect(below - stirlingError(16)).toBeLessThan(1e-12);
  });
});

describe("deviance", () => {
  it("is count ln(count / mean) + mean - count", () => {
    expect(deviance(12, 10)).toBeCloseTo(12 * Math.log(1.2) - 2, 14);
    expect(deviance(3, 100)).toBeCloseTo(3 * Math.log(0.03) + 97, 12);
    expect(deviance(0, 7)).toBe(7);
    expect(deviance(7, 7)).toBe(0);
  });

  it("keeps its digits for a count next to a large mean", () => {
    // d^2 / (2 m) (1 - d / (3 m) + ...) with d = 1, m = 1e9
    expect(deviance(1e9 + 1, 1e9) * 2e9).toBeCloseTo(1 - 1 / 3e9, 14);
  });
});
