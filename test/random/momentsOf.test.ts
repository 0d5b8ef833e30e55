import { describe, expect, it } from "vitest";
import type { Distribution } from "../../src/random/distribution.ts";
import { meanOverUniform } from "../../src/random/meanOverUniform.ts";
import { meanOf, varianceOf } from "../../src/random/momentsOf.ts";
import { quantile } from "../../src/random/quantileOf.ts";
import { distributions } from "./distributions.ts";

describe("meanOf and varianceOf", () => {
  it("give known values", () => {
    expect(meanOf({ kind: "triangular", low: 0, mode: 1, high: 5 })).toBe(2);
    expect(varianceOf({ kind: "uniform", low: 0, high: 6 })).toBe(3);
    expect(meanOf({ kind: "gamma", shape: 2, scale: 3 })).toBe(6);
    expect(varianceOf({ kind: "gamma", shape: 2, scale: 3 })).toBe(18);
    expect(meanOf({ kind: "beta", alpha: 1, beta: 3, low: 0, high: 4 })).toBe(1);
    expect(varianceOf({ kind: "beta", alpha: 1, beta: 1, low: 0, high: 6 })).toBe(3);
    expect(meanOf({ kind: "lognormal", median: 2, sigma: 1 })).toBeCloseTo(2 * Math.exp(0.5), 14);
    const aid: Distribution = { kind: "discrete", values: [5, 10, 20], probabilities: [0.2, 0.3, 0.5] };
    expect([meanOf(aid), varianceOf(aid)]).toEqual([14, 39]);
  });

  it("are the moments of the quantile function, for every kind without jumps", () => {
    for (const d of distributions) {
      if (d.kind === "discrete" || (d.kind === "truncated" && d.of.kind === "discrete")) continue;
      const mean = meanOverUniform((u) => quantile(d, u));
      const variance = meanOverUniform((u) => (quantile(d, u) - mean) ** 2);
      // The quadrature is not made for the kink in a triangular quantile function.
      const tolerance = d.kind === "triangular" ? 1e-5 : 1e-9;
      expect(Math.abs(mean - meanOf(d))).toBeLessThan(tolerance * Math.sqrt(1 + variance));
      expect(Math.abs(variance - varianceOf(d))).toBeLessThan(10 * tolerance * (1 + variance));
    }
  });

  it("know the half-normal distribution", () => {
    const half: Distribution = {
      kind: "truncated",
      of: { kind: "normal", mean: 0, sd: 1 },
      min: 0,
      max: Number.POSITIVE_INFINITY,
    };
    expect(meanOf(half)).toBeCloseTo(Math.sqrt(2 / Math.PI), 12);
    expect(varianceOf(half)).toBeCloseTo(1 - 2 / Math.PI, 12);
  });

  it("are exact for a truncated discrete distribution, truncated again or not", () => {
    const of: Distribution = {
      kind: "discrete",
      values: [1, 2, 3, 4],
      probabilities: [0.25, 0.25, 0.25, 0.25],
    };
    const once: Distribution = { kind: "truncated", of, min: 2, max: 9 };
    const twice: Distribution = { kind: "truncated", of: once, min: 0, max: 3 };
    expect(meanOf(once)).toBeCloseTo(3, 15);
    expect(varianceOf(once)).toBeCloseTo(2 / 3, 15);
    expect([meanOf(twice), varianceOf(twice)]).toEqual([2.5, 0.25]);
  });
});
