import { describe, expect, it } from "vitest";
import type { Distribution } from "../../src/random/distribution.ts";
import { meanOfFunction } from "../../src/random/meanOfFunction.ts";
import { limitedMean, meanUpTo } from "../../src/random/meanUpTo.ts";
import { meanOf, varianceOf } from "../../src/random/momentsOf.ts";
import { distributions } from "./distributions.ts";

const infinite = Number.POSITIVE_INFINITY;
const at = [-20, -1, 0, 0.5, 0.7, 1, 2, 2.5, 3, 4, 12, 15, 100, 120, 300, 400];

describe("meanUpTo and limitedMean", () => {
  it("are what quadrature makes of them, for every kind, in and outside its support", () => {
    for (const d of distributions) {
      const close = 1e-11 * Math.sqrt(varianceOf(d) + meanOf(d) ** 2);
      for (const x of at) {
        const upTo = meanOfFunction(d, (value) => (value <= x ? value : 0), [x]);
        const limited = meanOfFunction(d, (value) => Math.min(value, x), [x]);
        expect(Math.abs(meanUpTo(d, x) - upTo)).toBeLessThan(close);
        expect(Math.abs(limitedMean(d, x) - limited)).toBeLessThan(close + 1e-14 * Math.abs(x));
      }
    }
  });

  it("end in nothing and in the mean", () => {
    for (const d of distributions) {
      expect(meanUpTo(d, -infinite)).toBeCloseTo(0, 15);
      expect(meanUpTo(d, infinite) / meanOf(d)).toBeCloseTo(1, 9);
      expect(limitedMean(d, infinite) / meanOf(d)).toBeCloseTo(1, 9);
    }
  });

  it("keep their digits for heavy tails, where quadrature loses them", () => {
    const d: Distribution = { kind: "lognormal", median: 1, sigma: 3 };
    expect(limitedMean(d, infinite)).toBe(Math.exp(4.5));
    expect(limitedMean(d, 0)).toBe(0);
  });

  it("count the point at which a discrete distribution is truncated", () => {
    const of: Distribution = { kind: "discrete", values: [1, 2, 4], probabilities: [0.5, 0.25, 0.25] };
    const d: Distribution = { kind: "truncated", of, min: 2, max: 4 };
    expect([1, 2, 3, 4].map((x) => meanUpTo(d, x))).toEqual([0, 1, 1, 3]);
    expect([1, 2, 3, 4].map((x) => limitedMean(d, x))).toEqual([1, 2, 2.5, 3]);
  });
});
