import { describe, expect, it } from "vitest";
import type { Distribution } from "../../src/random/distribution.ts";
import { probabilityBelow, probabilityUpTo } from "../../src/random/probabilityOf.ts";
import { quantile } from "../../src/random/quantileOf.ts";
import { supportOf } from "../../src/random/supportOf.ts";
import { distributions } from "./distributions.ts";

const us = [2 ** -53, 1e-6, 0.01, 0.2, 0.5, 0.65, 0.8, 0.99, 1 - 1e-6, 1 - 2 ** -53];
const standard: Distribution = { kind: "normal", mean: 0, sd: 1 };

describe("quantile", () => {
  it("gives known values", () => {
    expect(quantile({ kind: "normal", mean: 0.5, sd: 0.05 }, 0.975)).toBeCloseTo(0.5979981992270027, 15);
    expect(quantile({ kind: "lognormal", median: 2, sigma: 0.5 }, 0.5)).toBe(2);
    expect(quantile({ kind: "uniform", low: -1, high: 5 }, 0.25)).toBe(0.5);
    expect(quantile({ kind: "beta", alpha: 1, beta: 1, low: 10, high: 20 }, 0.3)).toBeCloseTo(13, 12);
    expect(quantile({ kind: "gamma", shape: 1, scale: 5 }, 0.5)).toBeCloseTo(5 * Math.LN2, 13);
    expect(quantile({ kind: "triangular", low: 0, mode: 1, high: 2 }, 0.875)).toBe(1.5);
  });

  it("gives a case of a discrete distribution exactly as much of (0, 1) as its probability", () => {
    const aid: Distribution = { kind: "discrete", values: [100, 300, 500], probabilities: [0.5, 0.25, 0.25] };
    expect([0.1, 0.5, 0.5001, 0.75, 0.7501, 0.9999].map((u) => quantile(aid, u))).toEqual([
      100, 100, 300, 300, 500, 500,
    ]);
  });

  it("is the smallest value that reaches u, for every kind", () => {
    for (const distribution of distributions) {
      for (const u of us.slice(1, -1)) {
        const x = quantile(distribution, u);
        expect(probabilityUpTo(distribution, x)).toBeGreaterThan(u - 1e-12);
        expect(probabilityBelow(distribution, x)).toBeLessThan(u + 1e-12);
      }
    }
  });

  it("rises with u and stays within the support, for every kind", () => {
    for (const distribution of distributions) {
      const xs = us.map((u) => quantile(distribution, u));
      const [low, high] = supportOf(distribution);
      expect(xs).toEqual([...xs].sort((a, b) => a - b));
      expect(xs[0]).toBeGreaterThanOrEqual(low);
      expect(xs[xs.length - 1]).toBeLessThanOrEqual(high);
      expect(xs.every(Number.isFinite)).toBe(true);
    }
  });

  it("makes a truncated half of the normal distribution from the whole one", () => {
    const half: Distribution = { kind: "truncated", of: standard, min: 0, max: Number.POSITIVE_INFINITY };
    for (const u of [0.1, 0.5, 0.9])
      expect(quantile(half, u)).toBeCloseTo(quantile(standard, 0.5 + u / 2), 14);
  });

  it("changes nothing by truncating where nothing is cut off", () => {
    for (const of of distributions) {
      const all: Distribution = {
        kind: "truncated",
        of,
        min: Number.NEGATIVE_INFINITY,
        max: Number.POSITIVE_INFINITY,
      };
      for (const u of [0.01, 0.4, 0.9]) expect(quantile(all, u)).toBe(quantile(of, u));
    }
  });

  it("stays finite in a tail so far out that its probability has few digits left", () => {
    const far: Distribution = { kind: "truncated", of: standard, min: 8, max: Number.POSITIVE_INFINITY };
    for (const u of us) {
      expect(quantile(far, u)).toBeGreaterThanOrEqual(8);
      expect(quantile(far, u)).toBeLessThan(8.3);
    }
  });
});
