import { describe, expect, it } from "vitest";
import { axisOf, normalAxis } from "../../src/oracle/axis.ts";
import type { Distribution } from "../../src/random/distribution.ts";
import { meanOf, varianceOf } from "../../src/random/momentsOf.ts";

const sum = (of: readonly number[]) => of.reduce((a, b) => a + b, 0);

it("a normal axis has the moments of a normal number, however wide its steps", () => {
  for (const step of [0.25, 0.5, 1]) {
    const { spots } = normalAxis(step);
    expect(sum(spots.map(({ weight }) => weight))).toBeCloseTo(1, 12);
    expect(sum(spots.map(({ value, weight }) => weight * value ** 2))).toBeCloseTo(1, 6);
    expect(sum(spots.map(({ value, weight }) => weight * value ** 4))).toBeCloseTo(3, 4);
  }
});

describe("an axis has the mean and variance of", () => {
  const all: readonly Distribution[] = [
    { kind: "normal", mean: 3, sd: 0.5 },
    { kind: "lognormal", median: 2, sigma: 0.4 },
    { kind: "gamma", shape: 3, scale: 2 },
    { kind: "uniform", low: 1, high: 2 },
    { kind: "beta", alpha: 2, beta: 3, low: 0, high: 1 },
    { kind: "discrete", values: [1, 5], probabilities: [0.25, 0.75] },
    { kind: "constant", value: 7 },
    {
      kind: "truncated",
      of: { kind: "discrete", values: [1, 2, 3], probabilities: [0.2, 0.3, 0.5] },
      min: 2,
      max: 9,
    },
  ];
  for (const distribution of all)
    it(`a ${distribution.kind} number`, () => {
      const { spots } = axisOf(distribution, 0.25);
      const mean = sum(spots.map(({ value, weight }) => weight * value));
      expect(mean).toBeCloseTo(meanOf(distribution), 5);
      const squares = sum(spots.map(({ value, weight }) => weight * (value - mean) ** 2));
      expect(squares).toBeCloseTo(varianceOf(distribution), 4);
    });
});
