import { describe, expect, it } from "vitest";
import { blockWidening, meanOf, standardError } from "../../src/statistics/standardError.ts";

const values = Float64Array.of(1, 2, 3, 6);

describe("standardError", () => {
  it("is sd / sqrt(n) of independent replications: 1.08012 for 1, 2, 3, 6", () => {
    expect(standardError(values, { clustered: false, blockCounts: [2, 2] })).toBeCloseTo(1.0801234497, 9);
  });

  it("is 1.5 for the blocks (1, 2) and (3, 6), times 12.706 / 1.96 as there are two only", () => {
    expect(standardError(values, { clustered: true, blockCounts: [2, 2] })).toBeCloseTo(
      (1.5 * 12.7062047) / 1.959964,
      6,
    );
  });

  it("is the widened standard error of the blocks' means where blocks have one size", () => {
    const wide = Float64Array.of(1, 3, 2, 8, 4, 4, 7, 9);
    const means = Float64Array.of(2, 5, 4, 8);
    const ofMeans = standardError(means, { clustered: false, blockCounts: [4] });
    expect(standardError(wide, { clustered: true, blockCounts: [2, 2, 2, 2] })).toBeCloseTo(
      ofMeans * blockWidening(4),
      12,
    );
  });

  it("takes a single block as independent replications", () => {
    expect(standardError(values, { clustered: true, blockCounts: [4] })).toBeCloseTo(1.0801234497, 9);
  });

  it("is 0 where it cannot be known", () => {
    expect(standardError(Float64Array.of(5), { clustered: false, blockCounts: [1] })).toBe(0);
  });
});

describe("blockWidening", () => {
  it.each([
    [2, 12.7062047],
    [8, 2.3646243],
    [31, 2.0422725],
    [1001, 1.9623391],
  ])(
    "is the 97.5 %% quantile of Student's t over that of the normal distribution: %d blocks, t %d",
    (blocks, t) => {
      expect(blockWidening(blocks) * 1.959964).toBeCloseTo(t, 6);
    },
  );
});

describe("meanOf", () => {
  it("gives a constant back to the bit", () => {
    expect(meanOf(new Float64Array(1000).fill(4.31))).toBe(4.31);
  });
});
