import { describe, expect, it } from "vitest";
import type { Distribution } from "../../src/random/distribution.ts";
import { meanOfFunction } from "../../src/random/meanOfFunction.ts";
import { meanOf } from "../../src/random/momentsOf.ts";
import { probabilityUpTo } from "../../src/random/probabilityOf.ts";
import { distributions } from "./distributions.ts";

describe("meanOfFunction", () => {
  it("gives the mean itself, split anywhere or not", () => {
    for (const d of distributions) {
      const anywhere = [3, Number.NEGATIVE_INFINITY, -7, 1.5, 3, 300, Number.POSITIVE_INFINITY];
      for (const kinks of [[], anywhere]) {
        expect(Math.abs(meanOfFunction(d, (x) => x, kinks) / meanOf(d) - 1)).toBeLessThan(1e-9);
      }
    }
  });

  it("is exact where the function jumps at a kink", () => {
    for (const d of distributions) {
      for (const x of [-1, 0.7, 2.5, 15, 120, 310]) {
        const upTo = meanOfFunction(d, (value) => (value <= x ? 1 : 0), [x]);
        expect(Math.abs(upTo - probabilityUpTo(d, x))).toBeLessThan(1e-12);
      }
    }
  });

  it("knows what is beyond a deductible of uniform and of exponential bills", () => {
    const beyond = (x: number) => Math.max(0, x - 3);
    expect(meanOfFunction({ kind: "uniform", low: 0, high: 4 }, beyond, [3])).toBeCloseTo(0.125, 14);
    expect(meanOfFunction({ kind: "gamma", shape: 1, scale: 2 }, beyond, [3])).toBeCloseTo(
      2 * Math.exp(-1.5),
      12,
    );
  });

  it("finds the kink of a triangular density by itself, truncated too", () => {
    const of: Distribution = { kind: "triangular", low: 0, mode: 1, high: 5 };
    const truncated: Distribution = { kind: "truncated", of, min: 0, max: 3 };
    expect(meanOfFunction(of, (x) => x * x)).toBeCloseTo(31 / 6, 12);
    // The density is 2x/5 up to 1 and (5 - x)/10 up to 3: 1/5 and 3/5 in all, with means 2/15 and 17/15.
    expect(meanOfFunction(truncated, (x) => x)).toBeCloseTo((2 / 15 + (5 / 2) * 0.8 - 26 / 30) / 0.8, 12);
  });

  it("does not ask for values without probability", () => {
    const d: Distribution = { kind: "discrete", values: [0, 1, 2], probabilities: [0, 0.5, 0.5] };
    expect(meanOfFunction(d, (x) => 1 / x)).toBe(0.75);
  });

  it("is certain for a truncated constant", () => {
    const of: Distribution = { kind: "constant", value: 5 };
    expect(meanOfFunction({ kind: "truncated", of, min: 0, max: 9 }, (x) => x * x)).toBe(25);
  });
});
