import { describe, expect, it } from "vitest";
import { bonferroni, cellsP, chiSquareP, kolmogorovP, normalP, poissonP } from "./pValue.ts";

const grid = (n: number) => Float64Array.from({ length: n }, (_, i) => (i + 0.5) / n);

describe("p-values", () => {
  it("of chi-square, normal and Poisson numbers are the tables'", () => {
    // scipy 1.17.1
    expect(chiSquareP(23.9281269769, 1) / 1e-6).toBeCloseTo(1, 9);
    expect(chiSquareP(300, 255)).toBeCloseTo(0.02772752205390483, 12);
    expect(normalP(1.5)).toBeCloseTo(0.06680720126885807, 12);
    expect(poissonP(14, 10, 0)).toBeCloseTo(0.08345847293466284, 12);
    expect(poissonP(14, 10, 1)).toBeCloseTo(0.08345847293466284 + 0.052077104446026146, 12);
    expect(poissonP(0, 2, 1)).toBeCloseTo(1, 14);
  });

  it("of Kolmogorov and Smirnov are those of the limit, for many numbers", () => {
    // The distance of the grid squeezed into [0, 1 - d] is d + 1 / (2 n): scipy's kolmogorov at sqrt(n) times it.
    for (const [x, p] of [
      [0.5, 0.963945244],
      [0.828, 0.499329621],
      [1.3581, 0.0499996304],
      [2, 0.000670925256],
    ]) {
      const n = 160_000;
      const d = x / (400 + 0.12 + 0.11 / 400) - 0.5 / n;
      expect(kolmogorovP(grid(n).map((u) => u * (1 - d))) / p).toBeCloseTo(1, 4);
    }
  });

  it("of cells put small ones together", () => {
    expect(cellsP([60, 40, 0, 0], [50, 50, 0, 0])).toBeCloseTo(chiSquareP(4, 1), 14);
    expect(cellsP([60, 20, 20], [50, 25, 25])).toBeCloseTo(chiSquareP(4, 1), 14);
    expect(cellsP([9, 1], [5, 5])).toBe(0.5);
  });

  it("are the less surprising the more of them there are", () => {
    expect(bonferroni([0.5, 0.01])).toBeCloseTo(0.04, 14);
    expect(bonferroni([0.5, 0.99])).toBeCloseTo(0.04, 14);
    expect(bonferroni([0.4, 0.6])).toBe(1);
  });
});
