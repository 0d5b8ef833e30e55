import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binEdges, binOf, highWord } from "../../src/statistics/bins.ts";

const bin = (value: number) => binOf(new Int32Array(new Float64Array([value]).buffer)[highWord]);
const finite = fc.double({ noNaN: true, min: -1e300, max: 1e300 });

describe("binOf", () => {
  it("rises with the number", () => {
    fc.assert(
      fc.property(finite, finite, (a, b) => a > b || bin(a) <= bin(b)),
      { seed: 1, numRuns: 2000 },
    );
  });

  it("gives each number a bin whose edges enclose it", () => {
    fc.assert(
      fc.property(finite, (value) => {
        const { from, to } = binEdges(bin(value));
        expect(value).toBeGreaterThanOrEqual(from);
        expect(value).toBeLessThanOrEqual(to);
      }),
      { seed: 2, numRuns: 2000 },
    );
  });

  it("has bins at most 0.195 % wide, except the one around zero", () => {
    for (const value of [1, 1.5, 1.999, 4.31, 1e-8, 3e20, -7]) {
      const { from, to } = binEdges(bin(value));
      expect((to - from) / Math.min(Math.abs(from), Math.abs(to))).toBeLessThanOrEqual(2 ** -9);
    }
  });

  it("puts zero, minus zero and all below 1e-9 into bin 0, and distinguishes 2e-9", () => {
    expect([0, -0, 9.9e-10, -9.9e-10].map(bin)).toEqual([0, 0, 0, 0]);
    expect(bin(2e-9)).toBeGreaterThan(0);
    expect(bin(-2e-9)).toBeLessThan(0);
  });

  it("joins bins without gaps", () => {
    for (const value of [1, 2, 1e-9, -4]) expect(binEdges(bin(value)).to).toBe(binEdges(bin(value) + 1).from);
  });
});
