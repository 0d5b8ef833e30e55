import seedrandom from "seedrandom";
import { describe, expect, it } from "vitest";
import { criticalDistance, kolmogorovSmirnov } from "../../../src/statistics/published/kolmogorovSmirnov.ts";

const of = (...values: number[]) => Float64Array.from(values);

describe("the distance of two samples", () => {
  it.each([
    [of(1, 2, 3), of(3, 1, 2), 0],
    [of(1, 2), of(2, 3), 0.5],
    [of(1, 2), of(3, 4), 1],
    // After 1 it is 1/4 against 0, after 2 3/4 against 1/2, after 3 all.
    [of(1, 2, 2, 3), of(2, 3), 0.25],
    [of(1, Number.POSITIVE_INFINITY), of(1, 1), 0.5],
  ])("is the largest of their distribution functions: %s and %s", (first, second, distance) => {
    expect(kolmogorovSmirnov(first, second)).toBeCloseTo(distance, 15);
    expect(kolmogorovSmirnov(second, first)).toBeCloseTo(distance, 15);
  });

  it("leaves the samples in their order", () => {
    const values = of(3, 1, 2);
    kolmogorovSmirnov(values, values);
    expect([...values]).toEqual([3, 1, 2]);
  });
});

describe("the critical distance", () => {
  it("is 1.6276 times the root of 2 / n for samples of n", () => {
    expect(criticalDistance(20_000, 20_000)).toBeCloseTo(1.6276 * Math.sqrt(2 / 20_000), 6);
    expect(criticalDistance(100, 400)).toBeCloseTo(1.6276 * Math.sqrt(500 / 40_000), 4);
  });

  it("is exceeded by one pair in a hundred of one distribution, and by all pairs of distant ones", () => {
    const random = seedrandom("critical");
    const draw = (shift: number) => Float64Array.from({ length: 300 }, () => random() + shift);
    const critical = criticalDistance(300, 300);
    const exceeding = (shift: number) =>
      Array.from({ length: 1000 }, () => kolmogorovSmirnov(draw(0), draw(shift)) > critical).filter(Boolean)
        .length;
    // 10 of 1,000 with a standard deviation of 3.1; a little fewer, as the limit is that of large samples.
    expect(exceeding(0)).toBeGreaterThan(0);
    expect(exceeding(0)).toBeLessThan(10 + 4 * 3.1);
    expect(exceeding(0.3)).toBe(1000);
  });
});
