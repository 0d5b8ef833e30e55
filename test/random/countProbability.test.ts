import { describe, expect, it } from "vitest";
import { binomialProbability, poissonProbability } from "../../src/random/countProbability.ts";

/** Reference values: mpmath 1.3.0 with 40 digits. */
const close = (ours: number, theirs: number) => expect(Math.abs(ours / theirs - 1)).toBeLessThan(1e-13);

describe("poissonProbability", () => {
  it("keeps its digits from small to large counts, and between integers", () => {
    close(poissonProbability(3, 2), 0.18044704431548358);
    close(poissonProbability(1000, 1100), 0.00011590731420657795);
    close(poissonProbability(1e9, 1e9), 1.2615662609049494e-5);
    close(poissonProbability(2.5, 4), 0.17635827502158552);
  });

  it("adds up to 1", () => {
    const sum = Array.from({ length: 80 }, (_, k) => poissonProbability(k, 20)).reduce((a, b) => a + b);
    expect(sum).toBeCloseTo(1, 13);
  });

  it("is certain of 0 if the mean is 0", () => {
    expect([poissonProbability(0, 0), poissonProbability(1, 0)]).toEqual([1, 0]);
  });
});

describe("binomialProbability", () => {
  it("keeps its digits from small to large counts, and between integers", () => {
    close(binomialProbability(1, 2, 0.25, 0.75), 0.421875);
    close(binomialProbability(300, 700, 0.25, 0.75), 4.566114740563204e-5);
    close(binomialProbability(250e6, 750e6, 0.25, 0.75), 2.9134624805267937e-5);
    close(binomialProbability(2.5, 0.5, 0.75, 0.25), 0.4961960058796128);
    close(binomialProbability(1, 999_999, 2 ** -20, 1 - 2 ** -20), 0.3674724714647938);
  });

  it("adds up to 1, ends included", () => {
    const sum = Array.from({ length: 31 }, (_, k) => binomialProbability(k, 30 - k, 0.3, 0.7)).reduce(
      (a, b) => a + b,
    );
    expect(sum).toBeCloseTo(1, 13);
  });
});
