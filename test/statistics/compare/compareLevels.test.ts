import { describe, expect, it } from "vitest";
import { compareLevels } from "../../../src/statistics/compare/compareLevels.ts";
import { unseenError } from "../../../src/statistics/estimateProbability.ts";

const drawn = (...values: number[]) => ({
  values: Float64Array.from(values),
  sampling: { clustered: false, blockCounts: [values.length] },
});

describe("which of two is less", () => {
  const a = drawn(1, 2, 3, 4);
  const b = drawn(2, 2, 2, 9);
  const together = a.sampling;

  it("in pairs: the part of the replications", () => {
    const { less, equal } = compareLevels(a, b, together);
    expect(less.value).toBe(0.5);
    expect(less.se).toBeCloseTo(Math.sqrt(1 / 3 / 4), 12);
    expect(equal.value).toBe(0.25);
  });

  it("apart: over all pairs of replications", () => {
    const { less, equal } = compareLevels(a, b, null);
    // 1 < 2, 2, 2, 9; 2 < 9; 3 < 9; 4 < 9: 7 of 16; 2 = 2 three times.
    expect(less.value).toBe(7 / 16);
    expect(equal.value).toBe(3 / 16);
    expect(less.se).toBeGreaterThan(0);
  });

  it("counts rounding as equal, zeros too", () => {
    const [one, other] = [drawn(3, 0, 0), drawn(3.0000000000000004, 0, 0)];
    for (const how of [one.sampling, null]) {
      const { less } = compareLevels(one, other, how);
      expect(less.value).toBeLessThanOrEqual(how === null ? 2 / 9 : 0);
    }
    expect(compareLevels(drawn(0), drawn(0), null).equal.value).toBe(1);
  });

  it("is never certain", () => {
    const { less, equal } = compareLevels(drawn(1, 2), drawn(3, 4), together);
    expect(less).toEqual({ value: 1, se: unseenError(2) });
    expect(equal).toEqual({ value: 0, se: unseenError(2) });
  });
});
