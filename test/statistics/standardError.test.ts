import { describe, expect, it } from "vitest";
import { meanOf, standardError } from "../../src/statistics/standardError.ts";

const values = Float64Array.of(1, 2, 3, 6);

describe("standardError", () => {
  it("is sd / sqrt(n) of independent replications: 1.08012 for 1, 2, 3, 6", () => {
    expect(standardError(values, { clustered: false, blockCounts: [2, 2] })).toBeCloseTo(1.0801234497, 9);
  });

  it("is 1.5 for the blocks (1, 2) and (3, 6)", () => {
    expect(standardError(values, { clustered: true, blockCounts: [2, 2] })).toBeCloseTo(1.5, 12);
  });

  it("is the standard error of the blocks' means where blocks have one size", () => {
    const wide = Float64Array.of(1, 3, 2, 8, 4, 4, 7, 9);
    const means = Float64Array.of(2, 5, 4, 8);
    const ofMeans = standardError(means, { clustered: false, blockCounts: [4] });
    expect(standardError(wide, { clustered: true, blockCounts: [2, 2, 2, 2] })).toBeCloseTo(ofMeans, 12);
  });

  it("takes a single block as independent replications", () => {
    expect(standardError(values, { clustered: true, blockCounts: [4] })).toBeCloseTo(1.0801234497, 9);
  });

  it("is 0 where it cannot be known", () => {
    expect(standardError(Float64Array.of(5), { clustered: false, blockCounts: [1] })).toBe(0);
  });
});

describe("meanOf", () => {
  it("gives a constant back to the bit", () => {
    expect(meanOf(new Float64Array(1000).fill(4.31))).toBe(4.31);
  });
});
