import { describe, expect, it } from "vitest";
import { aidFor, meanAid, varianceOfAid } from "../../src/plan/aidAgainstBills.ts";
import type { Distribution } from "../../src/random/distribution.ts";
import { meanOfFunction } from "../../src/random/meanOfFunction.ts";
import { meanOf, varianceOf } from "../../src/random/momentsOf.ts";
import type { AgainstBills } from "../../src/scenario/perClaim.ts";

const infinite = Number.POSITIVE_INFINITY;
const lognormal: Distribution = { kind: "lognormal", median: 100, sigma: 1 };

function against(bills: Distribution, rest: Partial<AgainstBills> = {}): AgainstBills {
  return { bills, upTo: infinite, fixed: 0, deductible: 0, portion: 1, ...rest };
}

describe("aidFor", () => {
  it("pays the fixed part, and of the bills beyond the deductible a portion up to the rest of the limit", () => {
    const of = against(lognormal, { upTo: 1000, fixed: 0.2, deductible: 400, portion: 0.5 });
    expect([0, 400, 900, 1999, 2000, 2001, 1e9].map((bills) => aidFor(bills, of))).toEqual([
      200, 200, 450, 999.5, 1000, 1000, 1000,
    ]);
  });

  it("has no limit where none is said", () => {
    const of = against(lognormal, { deductible: 10, portion: 0.5 });
    expect([0, 10, 1e9].map((bills) => aidFor(bills, of))).toEqual([0, 0, (1e9 - 10) / 2]);
  });
});

const kinds: readonly Distribution[] = [
  lognormal,
  { kind: "gamma", shape: 0.7, scale: 200 },
  { kind: "uniform", low: 50, high: 900 },
  { kind: "triangular", low: 0, mode: 100, high: 900 },
  { kind: "beta", alpha: 0.5, beta: 2, low: 0, high: 1000 },
  { kind: "constant", value: 300 },
  { kind: "discrete", values: [0, 50, 300, 900], probabilities: [0, 0.4, 0.5, 0.1] },
  { kind: "truncated", of: lognormal, min: 20, max: 700 },
  { kind: "truncated", of: { kind: "normal", mean: 100, sd: 100 }, min: 0, max: infinite },
];

const terms: readonly Partial<AgainstBills>[] = [
  {},
  { deductible: 60 },
  { portion: 0.8, deductible: 200 },
  { upTo: 250 },
  { upTo: 250, fixed: 0.3, deductible: 60, portion: 0.5 },
  { upTo: 250, fixed: 1, deductible: 60 },
  { upTo: 250, fixed: 0.5, portion: 0 },
  { upTo: 0 },
  { portion: 0 },
];

describe("meanAid and varianceOfAid", () => {
  it("are the moments of the aid, for all bills, terms and growth", () => {
    for (const bills of kinds) {
      for (const of of terms.map((term) => against(bills, term))) {
        for (const growth of [0.5, 1, 1.7]) {
          const kinks = [60, 200, 250, 60 + 125 / 0.5, 60 + 175 / 0.5].map((kink) => kink / growth);
          const aid = (bill: number) => aidFor(growth * bill, of);
          const mean = meanOfFunction(bills, aid, kinks);
          const variance = meanOfFunction(bills, (bill) => (aid(bill) - mean) ** 2, kinks);
          expect(Math.abs(meanAid(of, growth) - mean)).toBeLessThan(1e-9 * meanOf(bills));
          expect(Math.abs(varianceOfAid(of, growth) - variance)).toBeLessThan(1e-8 * (1 + varianceOf(bills)));
        }
      }
    }
  });

  it("are those of the bills without any terms, heavy tails too", () => {
    const of = against({ kind: "lognormal", median: 1, sigma: 2.5 }, { portion: 0.5 });
    expect(meanAid(of, 2)).toBeCloseTo(meanOf(of.bills), 9);
    expect(varianceOfAid(of, 2) / varianceOf(of.bills)).toBeCloseTo(1, 12);
  });

  it("know exponential bills beyond a deductible: mean s e^(-d/s), mean square 2 s^2 e^(-d/s)", () => {
    const of = against({ kind: "gamma", shape: 1, scale: 100 }, { deductible: 300 });
    const part = Math.exp(-1.5);
    expect(meanAid(of, 2)).toBeCloseTo(200 * part, 9);
    expect(varianceOfAid(of, 2)).toBeCloseTo(2 * 200 * 200 * part - (200 * part) ** 2, 6);
  });

  it("do not vary where the aid is fixed", () => {
    for (const term of [{ upTo: 250, fixed: 1 }, { portion: 0 }, { upTo: 0 }]) {
      expect(varianceOfAid(against(lognormal, term), 1)).toBeLessThan(1e-20);
    }
    expect(meanAid(against(lognormal, { upTo: 250, fixed: 1 }), 1)).toBe(250);
  });
});
