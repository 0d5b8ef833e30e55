import { describe, expect, it } from "vitest";
import type { UnboundedRow } from "../../../src/plan/sharing/latticeRow.ts";
import { lossOfUnbounded, unboundedTotal } from "../../../src/plan/sharing/unboundedTotal.ts";
import { poissonProbability } from "../../../src/random/countProbability.ts";

function poissonRow(mean: number, steps: number[], probabilities: number[]): UnboundedRow {
  return { count: { kind: "poisson", mean }, steps, probabilities };
}

function geometricRow(mean: number, shape: number, steps: number[], probabilities: number[]): UnboundedRow {
  return { count: { kind: "negativeBinomial", mean, shape }, steps, probabilities };
}

describe("unboundedTotal", () => {
  it("has Poisson probabilities, where exp(-mean) is 0 to the computer too", () => {
    for (const mean of [3, 2000]) {
      const total = unboundedTotal([poissonRow(mean, [1], [1])], Math.ceil(mean + 9 * Math.sqrt(mean) + 9));
      for (const n of [0.8 * mean, mean, 1.1 * mean].map(Math.round)) {
        expect(Math.abs(total[n] / poissonProbability(n, mean) - 1)).toBeLessThan(1e-9);
      }
    }
  });

  it("has geometric probabilities, and those of amounts of 0", () => {
    const total = unboundedTotal([geometricRow(2, 1, [1], [1])], 120);
    expect(total[7] / ((1 / 3) * (2 / 3) ** 7)).toBeCloseTo(1, 12);
    // Half of the claims are of 0: geometric with mean 1.
    const half = unboundedTotal([geometricRow(2, 1, [0, 1], [0.5, 0.5])], 120);
    expect(half[7] / 0.5 ** 8).toBeCloseTo(1, 12);
  });

  it("adds rows: Poisson ones are one, and geometric ones a negative binomial one", () => {
    const poissons = unboundedTotal([poissonRow(1, [1], [1]), poissonRow(3, [2], [1])], 60);
    const asOne = unboundedTotal([poissonRow(4, [1, 2], [0.25, 0.75])], 60);
    const geometrics = unboundedTotal([geometricRow(2, 1, [1], [1]), geometricRow(4, 2, [1], [1])], 300);
    const negativeBinomial = unboundedTotal([geometricRow(6, 3, [1], [1])], 300);
    for (let s = 0; s <= 60; s++) {
      expect(poissons[s] / asOne[s]).toBeCloseTo(1, 12);
      expect(geometrics[s] / negativeBinomial[s]).toBeCloseTo(1, 12);
    }
  });

  it("is nothing for certain without claims", () => {
    expect([...unboundedTotal([], 2)]).toEqual([1, 0, 0]);
    expect([...unboundedTotal([poissonRow(0, [1], [1]), geometricRow(0, 0, [1], [1])], 2)]).toEqual([
      1, 0, 0,
    ]);
  });
});

describe("lossOfUnbounded", () => {
  it("sums to the total times its probability", () => {
    const rows = [
      poissonRow(1.5, [0, 1, 3], [0.2, 0.5, 0.3]),
      geometricRow(0.7, 0.4, [2, 5], [0.5, 0.5]),
      geometricRow(2, 1, [0, 4], [0.3, 0.7]),
    ];
    const total = unboundedTotal(rows, 200);
    const losses = rows.map((row) => lossOfUnbounded(row, total));
    for (let s = 1; s <= 200; s++) {
      const sum = losses.reduce((all, loss) => all + loss[s], 0);
      expect(sum / (s * total[s])).toBeCloseTo(1, 12);
    }
  });
});
