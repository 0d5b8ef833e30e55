import { describe, expect, it } from "vitest";
import { amountLaw } from "../../src/oracle/amountLaw.ts";
import { onLattice } from "../../src/oracle/onLattice.ts";

const meanOf = (law: Float64Array, step: number) => law.reduce((sum, p, i) => sum + p * i * step, 0);
const varianceOf = (law: Float64Array, step: number) =>
  law.reduce((sum, p, i) => sum + p * (i * step) ** 2, 0) - meanOf(law, step) ** 2;
const all = (law: Float64Array) => law.reduce((sum, p) => sum + p, 0);

describe("the law of an amount", () => {
  it("grows with inflation and the fee", () => {
    expect(amountLaw(300_000, 1.1, 1.08).mean).toBeCloseTo(356_400, 6);
  });

  it("of aid against bills is paid between the deductible and the limit", () => {
    const of = {
      bills: { kind: "uniform", low: 0, high: 4 },
      upTo: 2,
      fixed: 0,
      deductible: 1,
      portion: 1,
    } as const;
    const law = amountLaw(of, 1, 1);
    // 0 up to 1, then the bills less 1 up to 2: the mean is (2 * 1 + 1 * 2) / 4.
    expect(law.mean).toBeCloseTo(1, 12);
    expect(law.limitedMean(1)).toBeCloseTo((0.5 + 2) / 4, 12);
    expect(law.limitedMean(5)).toBeCloseTo(law.mean, 12);
    expect(amountLaw(of, 1, 3).limitedMean(3)).toBeCloseTo(3 * law.limitedMean(1), 12);
  });

  it("of aid with a fixed part is never below it", () => {
    const of = {
      bills: { kind: "uniform", low: 0, high: 4 },
      upTo: 10,
      fixed: 0.2,
      deductible: 2,
      portion: 0.5,
    } as const;
    expect(amountLaw(of, 1, 1).limitedMean(2)).toBe(2);
    expect(amountLaw(of, 1, 1).limitedMean(1e9)).toBeCloseTo(amountLaw(of, 1, 1).mean, 12);
  });
});

describe("an amount on a lattice", () => {
  it("of single values on its points is as it was", () => {
    const law = amountLaw(
      { perClaim: { kind: "discrete", values: [100, 300], probabilities: [0.4, 0.6] } },
      1,
      1,
    );
    expect([...onLattice(law, 100, 9)]).toEqual([0, 0.4, 0, 0.6]);
  });

  it("of a value between two points is split so that the mean is kept", () => {
    const [none, one, two] = onLattice(amountLaw(130, 1, 1), 100, 9);
    expect([none, one, two]).toEqual([0, expect.closeTo(0.7, 12), expect.closeTo(0.3, 12)]);
  });

  const spread = [
    { kind: "gamma", shape: 2, scale: 3 },
    { kind: "lognormal", median: 5, sigma: 0.5 },
    { kind: "uniform", low: 1, high: 7 },
    { kind: "triangular", low: 0, mode: 2, high: 9 },
  ] as const;
  for (const perClaim of spread)
    it(`of ${perClaim.kind} amounts keeps the mean, and adds less than step^2 / 4 to the variance`, () => {
      const law = amountLaw({ perClaim }, 1, 1);
      const lattice = onLattice(law, 0.25, 10_000);
      expect(all(lattice)).toBeCloseTo(1, 9);
      expect(meanOf(lattice, 0.25)).toBeCloseTo(law.mean, 7);
      const added = varianceOf(lattice, 0.25) - law.variance;
      expect(added).toBeGreaterThan(0);
      expect(added).toBeLessThan(0.25 ** 2 / 4);
    });
});
