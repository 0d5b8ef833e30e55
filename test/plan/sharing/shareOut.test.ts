import { describe, expect, it } from "vitest";
import { shareOut } from "../../../src/plan/sharing/shareOut.ts";

function shared(step: number, ...parts: number[][]): number[][] {
  const out = parts.map((part) => Float64Array.from(part));
  shareOut(out, step);
  return out.map((part) => [...part]);
}

describe("shareOut", () => {
  it("scales parts so that they sum to the total in money", () => {
    expect(shared(5, [0, 0.01, 0.3], [0, 0.03, 0.1])).toEqual([
      [0, 1.25, 7.5],
      [0, 3.75, 2.5],
    ]);
  });

  it("divides totals that are never met like their neighbours", () => {
    const [first, second] = shared(
      1,
      [0, 0, 0.125, 0, 0, 1e-30, 0.5, 0, 0, 0],
      [0, 0, 0.375, 0, 0, 0, 0.25, 0, 0, 0],
    );
    expect(first).toEqual([0, 0.25, 0.5, 1.375, 2.25, 3.125, 4, 14 / 3, 16 / 3, 6]);
    second.forEach((part, s) => {
      expect(first[s] + part).toBeCloseTo(s, 14);
    });
  });

  it("has nothing to divide where nothing can be lost", () => {
    expect(shared(1, [0], [0])).toEqual([[0], [0]]);
  });
});
