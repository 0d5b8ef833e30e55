import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  emptyMoments,
  type Moments,
  mergeMoments,
  setConstant,
  setMoments,
} from "../../src/statistics/moments.ts";

function momentsOf(values: readonly number[]): Moments {
  const moments = emptyMoments(1);
  setMoments(moments, 0, Float64Array.from(values), values.length);
  return moments;
}

describe("setMoments", () => {
  it("gives weight 3, mean 3, squares 14 for 1, 2, 6", () => {
    const { weight, mean, squares } = momentsOf([1, 2, 6]);
    expect([weight[0], mean[0], squares[0]]).toEqual([3, 3, 14]);
  });

  it("gives a constant back to the bit, without variance", () => {
    const { mean, squares } = momentsOf(Array(127).fill(4.31));
    expect([mean[0], squares[0]]).toEqual([4.31, 0]);
  });

  it("keeps the variance of numbers far from zero", () => {
    expect(momentsOf([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]).squares[0]).toBe(90);
  });
});

describe("setConstant", () => {
  it("gives the moments of numbers that are all the same, to the bit", () => {
    const moments = emptyMoments(1);
    expect(setConstant(moments, 0, new Float64Array(127).fill(4.31), 127)).toBe(true);
    expect(moments).toEqual(momentsOf(Array(127).fill(4.31)));
  });

  it("leaves numbers alone that differ, even in the last bit of the last one", () => {
    const moments = emptyMoments(1);
    expect(setConstant(moments, 0, Float64Array.of(1, 1, 1 + Number.EPSILON), 3)).toBe(false);
    expect(moments).toEqual(emptyMoments(1));
  });

  it("looks at the first numbers only, and at none where there are none", () => {
    const moments = emptyMoments(1);
    expect(setConstant(moments, 0, Float64Array.of(2, 2, 7), 2)).toBe(true);
    expect(setConstant(moments, 0, Float64Array.of(3, 7), 0)).toBe(true);
    expect(moments).toEqual(emptyMoments(1));
  });
});

describe("mergeMoments", () => {
  it("copies to the bit into empty moments", () => {
    const into = emptyMoments(1);
    mergeMoments(into, momentsOf([0.1, 0.2, 0.7]));
    expect(into).toEqual(momentsOf([0.1, 0.2, 0.7]));
  });

  it("leaves all as it is when there is nothing to add", () => {
    const into = momentsOf([0.1, 0.2]);
    mergeMoments(into, emptyMoments(1));
    expect(into).toEqual(momentsOf([0.1, 0.2]));
  });

  it("gives the moments of all numbers, wherever they are cut", () => {
    const numbers = fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { maxLength: 20 });
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const into = momentsOf(a);
        mergeMoments(into, momentsOf(b));
        const all = momentsOf([...a, ...b]);
        expect(into.weight[0]).toBe(all.weight[0]);
        expect(Math.abs(into.mean[0] - all.mean[0])).toBeLessThanOrEqual(1e-9);
        expect(Math.abs(into.squares[0] - all.squares[0])).toBeLessThanOrEqual(1e-12 * all.squares[0] + 1e-6);
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});
