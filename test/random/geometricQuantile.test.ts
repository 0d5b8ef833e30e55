import { describe, expect, it } from "vitest";
import { geometricQuantile } from "../../src/random/geometricQuantile.ts";
import { negativeBinomialQuantile } from "../../src/random/negativeBinomialQuantile.ts";

describe("geometricQuantile", () => {
  it("is the smallest count k with 1 - r^(k + 1) >= u", () => {
    // mean 2: r = 2/3; 1 - r = .3333, 1 - r^2 = .5556, 1 - r^3 = .7037
    const us = [1e-12, 0.3333, 0.3334, 0.5555, 0.5556, 0.7037, 0.7038];
    expect(us.map((u) => geometricQuantile(u, 2))).toEqual([0, 0, 1, 1, 2, 2, 3]);
  });

  it("is the negative binomial quantile of shape 1", () => {
    for (const mean of [0.01, 0.5, 3, 1000]) {
      for (const u of [2 ** -53, 0.001, 0.3, 0.77, 0.999, 1 - 1e-9]) {
        expect(geometricQuantile(u, mean)).toBe(negativeBinomialQuantile(u, mean, 1));
      }
    }
  });

  it("is 0 for mean 0", () => {
    expect([2 ** -53, 0.5, 1 - 2 ** -53].map((u) => geometricQuantile(u, 0))).toEqual([0, 0, 0]);
  });
});
