import { describe, expect, it } from "vitest";
import { limitedMean, meanUpTo } from "../../src/random/meanUpTo.ts";
import { meanOf, varianceOf } from "../../src/random/momentsOf.ts";
import { probabilityUpTo } from "../../src/random/probabilityOf.ts";
import { quantile } from "../../src/random/quantileOf.ts";

/** P(X > x) = (2000 / (2000 + x))³. */
const pareto = { kind: "pareto", shape: 3, scale: 2000 } as const;

describe("a Pareto number", () => {
  it("has mean scale / (shape - 1) and variance shape / (shape - 2) times its square", () => {
    expect(meanOf(pareto)).toBe(1000);
    expect(varianceOf(pareto)).toBeCloseTo(3e6, 6);
  });

  it("is above x with probability (scale / (scale + x))^shape", () => {
    expect(probabilityUpTo(pareto, 2000)).toBeCloseTo(7 / 8, 15);
    expect(probabilityUpTo(pareto, 18_000)).toBeCloseTo(0.999, 15);
    expect(probabilityUpTo(pareto, -1)).toBe(0);
  });

  it("has the quantiles that follow, down to the smallest and up to the largest", () => {
    expect(quantile(pareto, 7 / 8)).toBeCloseTo(2000, 9);
    expect(quantile(pareto, 1e-12) / (2000 / 3e12)).toBeCloseTo(1, 9);
    expect(quantile(pareto, 1 - 2 ** -53)).toBeCloseTo(2000 * (2 ** (53 / 3) - 1), 3);
  });

  it("has the limited mean (scale / (shape - 1)) (1 - (scale / (scale + limit))^(shape - 1))", () => {
    expect(limitedMean(pareto, 3000)).toBeCloseTo(1000 * (1 - (2 / 5) ** 2), 9);
    expect(limitedMean(pareto, Number.POSITIVE_INFINITY)).toBe(1000);
    expect(meanUpTo(pareto, 3000)).toBeCloseTo(840 - 3000 * (2 / 5) ** 3, 9);
  });
});
