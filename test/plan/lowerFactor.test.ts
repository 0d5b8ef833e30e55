import { describe, expect, it } from "vitest";
import { lowerFactor } from "../../src/plan/lowerFactor.ts";

/** L L'. */
function product(factor: readonly (readonly number[])[]): number[][] {
  return factor.map((row) => factor.map((other) => row.reduce((sum, of, k) => sum + of * other[k], 0)));
}

function expectFactor(correlations: number[][]): void {
  const factor = lowerFactor(correlations);
  product(factor).forEach((row, i) => {
    row.forEach((value, j) => {
      expect(value).toBeCloseTo(correlations[i][j], 14);
    });
  });
  for (const [i, row] of factor.entries()) expect(row.slice(i + 1).every((value) => value === 0)).toBe(true);
}

describe("lowerFactor", () => {
  it("is the root of a correlation of two", () => {
    expect(lowerFactor([[1]])).toEqual([[1]]);
    expect(
      lowerFactor([
        [1, 0.6],
        [0.6, 1],
      ]),
    ).toEqual([
      [1, 0],
      [0.6, 0.8],
    ]);
  });

  it("gives the matrix back, below the diagonal only", () => {
    expectFactor([
      [1, 0.5, -0.3],
      [0.5, 1, 0.2],
      [-0.3, 0.2, 1],
    ]);
  });

  it("takes matrices in which one follows from the others", () => {
    expectFactor([
      [1, 1, -1],
      [1, 1, -1],
      [-1, -1, 1],
    ]);
    const half = Math.SQRT1_2;
    expectFactor([
      [1, 0, half],
      [0, 1, half],
      [half, half, 1],
    ]);
  });
});
