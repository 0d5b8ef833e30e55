import { describe, expect, it } from "vitest";
import { histogram } from "../../src/report/parts/distributions.ts";

describe("histogram", () => {
  it("counts every value once, in bins of one round width", () => {
    const values = Array.from({ length: 1000 }, (_, i) => Math.sqrt(i) - 3);
    const bins = histogram(values);
    expect(bins.reduce((sum, { portion }) => sum + portion, 0)).toBeCloseTo(1, 12);
    expect(bins[0].from).toBeLessThanOrEqual(-3);
    expect(bins[bins.length - 1].to).toBeGreaterThan(Math.sqrt(999) - 3);
    for (const { from, to } of bins) expect(to - from).toBeCloseTo(2, 9);
  });

  it("has at most some forty bins, however many the values", () => {
    const values = Array.from({ length: 200_000 }, (_, i) => i / 7);
    expect(histogram(values).length).toBeGreaterThan(20);
    expect(histogram(values).length).toBeLessThanOrEqual(41);
  });

  it("puts a value into the bin it begins", () => {
    const bins = histogram([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(bins.map(({ from, portion }) => [from, portion])).toEqual(
      [0, 1, 2, 3, 4, 5, 6, 7].map((i) => [i, 1 / 8]),
    );
  });

  it.each([
    ["no values", []],
    ["one value", [3]],
    ["equal values", [2, 2, 2]],
    ["values without an end", [1, Number.POSITIVE_INFINITY]],
  ])("is empty for %s", (_, values) => {
    expect(histogram(values)).toEqual([]);
  });
});
