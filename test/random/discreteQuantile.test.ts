import { describe, expect, it } from "vitest";
import { discreteQuantile } from "../../src/random/discreteQuantile.ts";

describe("discreteQuantile", () => {
  it("gives the first case that reaches u", () => {
    const us = [0.0001, 0.2, 0.2001, 0.5, 0.5001, 0.9999];
    expect(us.map((u) => discreteQuantile(u, [0.2, 0.5, 1]))).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it("passes over cases of probability 0", () => {
    expect([0.1, 0.5, 0.9].map((u) => discreteQuantile(u, [0, 0.5, 0.5, 1]))).toEqual([1, 1, 3]);
  });

  it("gives the last case if rounding leaves the sum short of 1", () => {
    expect(discreteQuantile(1 - 2 ** -53, [0.1, 1 - 1e-15])).toBe(1);
    expect(discreteQuantile(1 - 2 ** -53, [1 - 1e-15])).toBe(0);
  });

  it("finds the same as looking one by one", () => {
    const cumulative = Float64Array.from({ length: 37 }, (_, i) => ((i + 1) / 37) ** 2);
    for (let u = 0.005; u < 1; u += 0.01) {
      expect(discreteQuantile(u, cumulative)).toBe(cumulative.findIndex((sum) => sum >= u));
    }
  });
});
