import { quantileSorted } from "d3-array";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quantile, quantileError, quantileSlope, sortedSample } from "../../src/statistics/quantile.ts";

const sampleOf = (...values: number[]) => sortedSample(Float64Array.from(values));

describe("quantile", () => {
  it("gives 2 and 6 for p = 0.5 and 0.75 of 10, 1, 2", () => {
    expect([0.5, 0.75].map((p) => quantile(sampleOf(10, 1, 2), p))).toEqual([2, 6]);
  });

  it("agrees with d3-array (R's type 7) for any numbers", () => {
    const values = fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(values, fc.double({ noNaN: true, min: 0, max: 1 }), (numbers, p) => {
        const { sorted } = sampleOf(...numbers);
        expect(quantile(sampleOf(...numbers), p)).toBeCloseTo(
          quantileSorted(Array.from(sorted), p) ?? Number.NaN,
          6,
        );
      }),
      { seed: 4, numRuns: 500 },
    );
  });
});

describe("quantileSlope", () => {
  it("is the width over evenly spread numbers, also at the ends", () => {
    const sample = sampleOf(...Array.from({ length: 1001 }, (_, i) => i / 100));
    for (const p of [0.001, 0.05, 0.5, 0.95, 1])
      expect(quantileSlope(sample, p)).toBeCloseTo(p === 1 ? 0 : 10, 9);
  });

  it("is 0 in an atom", () => {
    expect(quantileSlope(sampleOf(1, ...Array(50).fill(3), 9), 0.5)).toBe(0);
  });
});

describe("quantileError", () => {
  it("is sqrt(p (1 - p) / n) times the slope: 10 sqrt(0.25 / 1001) for the median of 0 to 10", () => {
    const sample = sampleOf(...Array.from({ length: 1001 }, (_, i) => i / 100));
    expect(quantileError(sample, 0.5)).toBeCloseTo(10 * Math.sqrt(0.25 / 1001), 9);
  });

  it("is 0 for a single number", () => {
    expect(quantileError(sampleOf(7), 0.5)).toBe(0);
  });
});
