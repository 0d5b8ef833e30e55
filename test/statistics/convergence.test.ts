import { describe, expect, it } from "vitest";
import { convergence } from "../../src/statistics/convergence.ts";
import { meanOf, standardError } from "../../src/statistics/standardError.ts";

const values = Float64Array.from({ length: 1000 }, (_, i) => (i * 7919) % 101);

describe("convergence", () => {
  it("gives the mean and its error over the first n, 2n, 4n ... replications, all of them last", () => {
    const sampling = { clustered: false, blockCounts: [1000] };
    const steps = convergence(values, sampling);
    expect(steps.map(({ replications }) => replications)).toEqual([62, 125, 250, 500, 1000]);
    for (const { replications, value, se } of steps) {
      const part = values.slice(0, replications);
      expect([value, se]).toEqual([meanOf(part), standardError(part, sampling)]);
    }
  });

  it("is one step where there are few", () => {
    expect(convergence(values.subarray(0, 60), { clustered: false, blockCounts: [60] })).toHaveLength(1);
  });

  it("takes whole blocks where these are what is independent", () => {
    const blockCounts = [128, 128, 128, 128, 128, 128, 128, 104];
    const steps = convergence(values, { clustered: true, blockCounts });
    expect(steps.map(({ replications }) => replications)).toEqual([512, 1000]);
    const half = { clustered: true, blockCounts: blockCounts.slice(0, 4) };
    expect(steps[0].se).toBe(standardError(values.slice(0, 512), half));
  });

  it("has six steps at most", () => {
    const many = new Float64Array(1_000_000).map((_, i) => i % 2);
    const steps = convergence(many, { clustered: false, blockCounts: [1_000_000] });
    expect(steps.map(({ replications }) => replications)).toEqual([
      31_250, 62_500, 125_000, 250_000, 500_000, 1_000_000,
    ]);
  });
});
