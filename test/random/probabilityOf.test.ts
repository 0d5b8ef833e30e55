import { describe, expect, it } from "vitest";
import { probabilityBelow, probabilityUpTo } from "../../src/random/probabilityOf.ts";
import { distributions } from "./distributions.ts";

describe("probabilityUpTo", () => {
  it("gives known values", () => {
    expect(probabilityUpTo({ kind: "uniform", low: 0, high: 4 }, 1)).toBe(0.25);
    expect(probabilityUpTo({ kind: "normal", mean: 1, sd: 2 }, 1)).toBe(0.5);
    expect(probabilityUpTo({ kind: "gamma", shape: 1, scale: 2 }, 2)).toBeCloseTo(1 - Math.exp(-1), 14);
    expect(probabilityUpTo({ kind: "beta", alpha: 2, beta: 3, low: 0, high: 4 }, 1)).toBeCloseTo(
      0.26171875,
      14,
    );
    expect(probabilityUpTo({ kind: "triangular", low: 0, mode: 1, high: 2 }, 1.5)).toBe(0.875);
    expect(probabilityUpTo({ kind: "lognormal", median: 3, sigma: 1 }, 3)).toBe(0.5);
  });

  it("goes from 0 to 1, for every kind", () => {
    for (const distribution of distributions) {
      expect(probabilityUpTo(distribution, Number.NEGATIVE_INFINITY)).toBe(0);
      expect(probabilityUpTo(distribution, Number.POSITIVE_INFINITY)).toBe(1);
      expect(probabilityBelow(distribution, Number.POSITIVE_INFINITY)).toBe(1);
    }
  });

  it("is the part of what is left after truncating", () => {
    const of = { kind: "uniform", low: 0, high: 10 } as const;
    const cut = { kind: "truncated", of, min: 2, max: 6 } as const;
    expect([1, 2, 6, 7].map((x) => probabilityUpTo(cut, x))).toEqual([0, 0, 1, 1]);
    expect(probabilityUpTo(cut, 3)).toBeCloseTo(0.25, 15);
  });
});

describe("probabilityBelow", () => {
  it("leaves out the mass at the point itself", () => {
    const die = { kind: "discrete", values: [1, 2, 4], probabilities: [0.25, 0.5, 0.25] } as const;
    expect([1, 2, 4].map((x) => probabilityBelow(die, x))).toEqual([0, 0.25, 0.75]);
    expect([1, 2, 4].map((x) => probabilityUpTo(die, x))).toEqual([0.25, 0.75, 1]);
    expect(probabilityBelow({ kind: "constant", value: 3 }, 3)).toBe(0);
    expect(probabilityBelow({ kind: "truncated", of: die, min: 2, max: 4 }, 4)).toBeCloseTo(2 / 3, 15);
  });
});
