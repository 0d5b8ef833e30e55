import { describe, expect, it } from "vitest";
import { probabilityAbove, quantileOf, stopLoss, tailMean } from "../../src/oracle/lossDistribution.ts";

const dice = {
  values: Float64Array.of(0, 10, 20, 30),
  probabilities: Float64Array.of(0.4, 0.3, 0.2, 0.1),
  width: 0,
};

describe("single values", () => {
  it("have the smallest value that is not exceeded as their quantile", () => {
    expect([0.1, 0.4, 0.41, 0.7, 0.95].map((level) => quantileOf(dice, level))).toEqual([0, 0, 10, 10, 30]);
  });

  it("are above a limit with the probability of the larger ones", () => {
    expect(probabilityAbove(dice, 10)).toBeCloseTo(0.3, 14);
    expect(probabilityAbove(dice, 9)).toBeCloseTo(0.6, 14);
    expect([probabilityAbove(dice, -1), probabilityAbove(dice, 30)]).toEqual([expect.closeTo(1, 14), 0]);
  });

  it("have the stop-loss premium and the tail mean of their larger ones", () => {
    expect(stopLoss(dice, 10)).toBeCloseTo(0.2 * 10 + 0.1 * 20, 14);
    expect(tailMean(dice, 0.8)).toBeCloseTo((0.1 * 20 + 0.1 * 30) / 0.2, 12);
  });
});

describe("values that stand for a range", () => {
  const spread = { ...dice, width: 10 };

  it("have quantiles between them, and none below 0", () => {
    expect(quantileOf(spread, 0.55)).toBeCloseTo(10, 12);
    expect(quantileOf(spread, 0.7)).toBeCloseTo(15, 12);
    expect(quantileOf(spread, 0.2)).toBe(0);
  });

  it("are above a limit in part", () => {
    expect(probabilityAbove(spread, 10)).toBeCloseTo(0.45, 12);
    expect(probabilityAbove(spread, 25)).toBeCloseTo(0.1, 12);
  });
});
