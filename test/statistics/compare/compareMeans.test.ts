import { describe, expect, it } from "vitest";
import { compareMeans, type Drawn } from "../../../src/statistics/compare/compareMeans.ts";

const independent = (n: number) => ({ clustered: false, blockCounts: [n] });
const drawn = (...values: number[]): Drawn => ({
  values: Float64Array.from(values),
  sampling: independent(values.length),
});

describe("two means", () => {
  const a = drawn(1, 2, 3);

  it("in pairs: the error is that of the differences, so that what is common falls out", () => {
    const { difference, ratio, gain } = compareMeans(a, drawn(2, 3, 4), independent(3));
    expect(difference).toEqual({ mean: 1, se: 0, q025: 1, q975: 1 });
    expect(gain).toBeNull();
    // Influences (b - 1.5 a) / 2: 0.25, 0, -0.25.
    expect(ratio?.mean).toBe(1.5);
    expect(ratio?.se).toBeCloseTo(0.25 / Math.sqrt(3), 12);
  });

  it("in pairs: a fixed factor is known for sure", () => {
    const { difference, ratio, gain } = compareMeans(a, drawn(1.1, 2.2, 3.3), independent(3));
    expect(ratio?.mean).toBeCloseTo(1.1, 12);
    expect(ratio?.se).toBeLessThan(1e-15);
    // sd(a) = 1: unpaired hypot(1, 1.1), paired 0.1.
    expect(difference.se).toBeCloseTo(0.1 / Math.sqrt(3), 12);
    expect(gain).toBeCloseTo(Math.hypot(1, 1.1) / 0.1, 9);
  });

  it("of the same numbers do not differ at all", () => {
    const { difference, ratio } = compareMeans(a, a, independent(3));
    expect(difference).toEqual({ mean: 0, se: 0, q025: 0, q975: 0 });
    expect(ratio).toEqual({ mean: 1, se: 0, q025: 1, q975: 1 });
  });

  it("apart: squares of errors add up, of a ratio those of its parts", () => {
    const { difference, ratio, gain } = compareMeans(a, drawn(2, 3, 4, 5), null);
    const [seA, seB] = [1 / Math.sqrt(3), Math.sqrt(5 / 3 / 4)];
    expect(difference.mean).toBe(1.5);
    expect(difference.se).toBeCloseTo(Math.hypot(seA, seB), 12);
    expect(ratio?.se).toBeCloseTo(1.75 * Math.hypot(seA / 2, seB / 3.5), 12);
    expect(gain).toBeNull();
    expect(difference.q975 - difference.q025).toBeCloseTo(2 * 1.959964 * difference.se, 9);
  });

  it("have no ratio to 0", () => {
    expect(compareMeans(drawn(0, 0), drawn(1, 2), independent(2)).ratio).toBeNull();
    expect(compareMeans(drawn(0, 0), drawn(1, 2), null).ratio).toBeNull();
  });

  it("take errors from blocks where replications hang together", () => {
    const blocks = { clustered: true, blockCounts: [2, 2] };
    const { difference } = compareMeans(drawn(0, 0, 0, 0), drawn(1, 2, 3, 6), blocks);
    // As standardError's example: sqrt(2 (9 + 9)) / 4, times Student's widening 6.48.
    expect(difference.se).toBeCloseTo(1.5 * 6.4827, 3);
  });
});
