import { describe, expect, it } from "vitest";
import { columnFigure } from "../../src/statistics/columnFigure.ts";
import { quantile, quantileError, sortedSample } from "../../src/statistics/quantile.ts";

const independent = (count: number) => ({ clustered: false, blockCounts: [count] });
const constant = {
  mean: 4.31,
  se: 0,
  sd: 0,
  q05: 4.31,
  q25: 4.31,
  q50: 4.31,
  q75: 4.31,
  q95: 4.31,
  seQ05: 0,
  seQ50: 0,
  seQ95: 0,
};

describe("columnFigure", () => {
  it("gives mean 3, sd 2.16025 and se 1.08012 for 1, 2, 3, 6, and exact quantiles", () => {
    const figure = columnFigure(Float64Array.of(3, 6, 1, 2), independent(4));
    expect(figure?.mean).toBe(3);
    expect(figure?.sd).toBeCloseTo(2.1602468995, 9);
    expect(figure?.se).toBeCloseTo(1.0801234497, 9);
    expect([figure?.q25, figure?.q50, figure?.q75]).toEqual([1.75, 2.5, 3.75]);
  });

  it("gives quantiles the standard errors of independent numbers, but for sqrt(n / (n - 1))", () => {
    const values = Float64Array.from({ length: 1000 }, (_, i) => (i * 7919) % 1009);
    const figure = columnFigure(values, independent(1000));
    const sample = sortedSample(values);
    for (const [p, value, se] of [
      [0.05, figure?.q05, figure?.seQ05],
      [0.95, figure?.q95, figure?.seQ95],
    ] as const) {
      expect(value).toBe(quantile(sample, p));
      expect((se ?? 0) / quantileError(sample, p)).toBeCloseTo(Math.sqrt(1000 / 999), 2);
    }
  });

  it("gives a constant back to the bit without any error, and a single number too", () => {
    for (const count of [1, 2, 999]) {
      const values = new Float64Array(count).fill(4.31);
      for (const clustered of [false, true])
        expect(columnFigure(values, { clustered, blockCounts: [count] })).toEqual(constant);
    }
  });

  it("is nearly that of a constant where one of many numbers differs in its last bit", () => {
    const values = new Float64Array(999).fill(4.31);
    values[500] = 4.31 * (1 + Number.EPSILON);
    const figure = columnFigure(values, independent(999));
    for (const [key, value] of Object.entries(figure ?? {}))
      expect(value).toBeCloseTo(Object.entries(constant).find(([one]) => one === key)?.[1] ?? Number.NaN, 12);
    expect(figure?.sd).toBeGreaterThan(0);
  });

  it("is none where there are no values, or one is infinite", () => {
    expect(columnFigure(new Float64Array(0), independent(0))).toBeNull();
    expect(columnFigure(Float64Array.of(1, Number.POSITIVE_INFINITY), independent(2))).toBeNull();
    expect(columnFigure(new Float64Array(3).fill(Number.POSITIVE_INFINITY), independent(3))).toBeNull();
  });
});
