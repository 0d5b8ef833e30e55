import { describe, expect, it } from "vitest";
import { meanAmount, sumOfClaims } from "../../src/engine/amounts.ts";
import { openLanes } from "../../src/engine/lanes.ts";
import { aidFor, meanAid, varianceOfAid } from "../../src/plan/aidAgainstBills.ts";
import { luckOf } from "../../src/plan/luck.ts";
import type { Distribution } from "../../src/random/distribution.ts";
import { meanOf, varianceOf } from "../../src/random/momentsOf.ts";
import { probabilityUpTo } from "../../src/random/probabilityOf.ts";
import { purpose } from "../../src/random/purpose.ts";
import { quantile } from "../../src/random/quantileOf.ts";
import { seedKey } from "../../src/random/seedKey.ts";
import { nextUniform, openStream } from "../../src/random/streams.ts";
import type { AgainstBills, PerClaim } from "../../src/scenario/perClaim.ts";
import { mean, offBy, variance } from "./runs.ts";

const key = seedKey("amounts");
const ofTier = purpose("amounts/tier");

function sums(count: number, distribution: Distribution, draws: number): number[] {
  return sumsOf(count, { perClaim: distribution }, 1, draws);
}

function sumsOf(count: number, amount: PerClaim | AgainstBills, growth: number, draws: number): number[] {
  return Array.from({ length: draws }, (_, i) =>
    sumOfClaims(count, amount, growth, openStream(key, i, ofTier, 0)),
  );
}

/** Kolmogorov-Smirnov distance to a continuous distribution function, times the root of the number of values. */
function distance(values: readonly number[], upTo: (x: number) => number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length;
  const gaps = sorted.map((x, i) => Math.max(Math.abs(upTo(x) - i / n), Math.abs(upTo(x) - (i + 1) / n)));
  return Math.sqrt(n) * Math.max(...gaps);
}

/** Of the variance of a sample, from the sample's own fourth moment. */
function offVariance(values: readonly number[], expected: number): number {
  const centre = mean(values);
  const squares = values.map((value) => (value - centre) ** 2);
  return offBy(squares, expected);
}

const distributions: readonly Distribution[] = [
  { kind: "gamma", shape: 2, scale: 50 },
  { kind: "lognormal", median: 100, sigma: 0.5 },
  { kind: "uniform", low: 0, high: 400 },
  { kind: "triangular", low: 0, mode: 50, high: 100 },
  { kind: "beta", alpha: 2, beta: 3, low: 10, high: 20 },
  { kind: "discrete", values: [5, 10, 20], probabilities: [0.2, 0.3, 0.5] },
  { kind: "truncated", of: { kind: "normal", mean: 10, sd: 10 }, min: 0, max: 20 },
];

describe("the sum of independent claims", () => {
  for (const distribution of distributions) {
    for (const count of [1, 7]) {
      it(`has ${count} times the mean and variance of one ${distribution.kind} claim`, () => {
        const drawn = sums(count, distribution, 4000);
        expect(offBy(drawn, count * meanOf(distribution))).toBeLessThan(4);
        expect(offVariance(drawn, count * varianceOf(distribution))).toBeLessThan(4);
      });
    }
  }

  it("is gamma for gamma claims", () => {
    const sum: Distribution = { kind: "gamma", shape: 14, scale: 50 };
    const drawn = sums(7, { kind: "gamma", shape: 2, scale: 50 }, 4000);
    expect(distance(drawn, (x) => probabilityUpTo(sum, x))).toBeLessThan(1.95);
  });

  it("has exact probabilities for discrete claims", () => {
    const drawn = sums(2, { kind: "discrete", values: [5, 10, 20], probabilities: [0.2, 0.3, 0.5] }, 20_000);
    const exact = new Map([
      [10, 0.04],
      [15, 0.12],
      [20, 0.09],
      [25, 0.2],
      [30, 0.3],
      [40, 0.25],
    ]);
    expect(new Set(drawn)).toEqual(new Set(exact.keys()));
    for (const [sum, probability] of exact) {
      expect(
        offBy(
          drawn.map((value) => (value === sum ? 1 : 0)),
          probability,
        ),
      ).toBeLessThan(4);
    }
  });

  it("adds other claims one by one, each from one draw", () => {
    const stream = openStream(key, 3, ofTier, 5);
    const expected = 400 * (nextUniform(stream) + nextUniform(stream) + nextUniform(stream));
    const amount: PerClaim = { perClaim: { kind: "uniform", low: 0, high: 400 } };
    expect(sumOfClaims(3, amount, 1, openStream(key, 3, ofTier, 5))).toBeCloseTo(expected, 9);
  });

  it("is normal for very many claims, with the same mean and variance", () => {
    const drawn = sums(1_000_000, { kind: "uniform", low: 0, high: 400 }, 4000);
    expect(offBy(drawn, 2e8)).toBeLessThan(4);
    expect(variance(drawn) / (1e6 * (400 ** 2 / 12))).toBeCloseTo(1, 0);
    expect(offVariance(drawn, 1e6 * (400 ** 2 / 12))).toBeLessThan(4);
  });

  it("joins both ways smoothly", () => {
    const uniform: Distribution = { kind: "uniform", low: 0, high: 1 };
    expect(offBy(sums(10_000, uniform, 200), 5000)).toBeLessThan(4);
    expect(offBy(sums(10_001, uniform, 4000), 5000.5)).toBeLessThan(4);
  });

  it("is certain without claims and for certain amounts", () => {
    const stream = openStream(key, 0, ofTier, 0);
    expect(sumOfClaims(0, { perClaim: { kind: "uniform", low: 1, high: 2 } }, 1, stream)).toBe(0);
    expect(sumOfClaims(7, { perClaim: { kind: "constant", value: 3 } }, 1, stream)).toBe(21);
  });

  it("grows with amounts, drawn from the same luck", () => {
    for (const distribution of distributions) {
      const [one, grown] = [1, 1.25].map((growth) => sumsOf(7, { perClaim: distribution }, growth, 20));
      expect(grown).toEqual(one.map((sum) => 1.25 * sum));
    }
  });
});

const bills: AgainstBills = {
  bills: { kind: "lognormal", median: 100, sigma: 1 },
  upTo: 500,
  fixed: 0.1,
  deductible: 60,
  portion: 0.7,
};

describe("the sum of aid against bills", () => {
  it("adds the aid for every claim's bills, which grow before the deductible", () => {
    const stream = openStream(key, 4, ofTier, 2);
    const aid = [1, 2, 3].map(() => aidFor(1.5 * quantile(bills.bills, nextUniform(stream)), bills));
    const sum = sumOfClaims(3, bills, 1.5, openStream(key, 4, ofTier, 2));
    expect(sum).toBeCloseTo(aid[0] + aid[1] + aid[2], 9);
  });

  it("has the mean and the variance of as many claims", () => {
    const drawn = sumsOf(7, bills, 1.5, 4000);
    expect(offBy(drawn, 7 * meanAid(bills, 1.5))).toBeLessThan(4);
    expect(offVariance(drawn, 7 * varianceOfAid(bills, 1.5))).toBeLessThan(4);
  });

  it("is normal for very many claims", () => {
    const drawn = sumsOf(1_000_000, bills, 1.5, 4000);
    expect(offBy(drawn, 1e6 * meanAid(bills, 1.5))).toBeLessThan(4);
    expect(offVariance(drawn, 1e6 * varianceOfAid(bills, 1.5))).toBeLessThan(4);
  });

  it("is certain where bills are, or do not matter, however many claims there are", () => {
    const constant: AgainstBills = { ...bills, bills: { kind: "constant", value: 160 } };
    const fixedOnly: AgainstBills = { ...bills, fixed: 1 };
    for (const count of [3, 20_000]) {
      expect(sumsOf(count, constant, 1, 2)[0]).toBeCloseTo(count * 120, 6);
      expect(sumsOf(count, fixedOnly, 1, 2)[0]).toBeCloseTo(count * 500, 6);
    }
  });
});

describe("meanAmount", () => {
  const path = "group[0].benefit";
  const distribution: Distribution = { kind: "uniform", low: 0, high: 10 };
  const lanes = openLanes([{ path, distribution, scale: 1 }], luckOf("amounts"), 0, 5);

  it("is the amount, or the one that the replication drew, with its growth", () => {
    expect(meanAmount(7, lanes, 3, 1)).toBe(7);
    expect(meanAmount(8, lanes, 3, 1.25)).toBe(10);
    expect(new Set(lanes.drawn[0]).size).toBe(5);
    for (let lane = 0; lane < 5; lane++) {
      expect(meanAmount({ draw: 0 }, lanes, lane, 1)).toBe(lanes.drawn[0][lane]);
      expect(meanAmount({ draw: 0 }, lanes, lane, 2)).toBe(2 * lanes.drawn[0][lane]);
    }
  });

  it("is the mean of an amount drawn for every claim, asked once or again", () => {
    for (const perClaim of distributions) {
      const amount: PerClaim = { perClaim };
      expect(meanAmount(amount, lanes, 0, 1)).toBe(meanOf(perClaim));
      expect(meanAmount(amount, lanes, 4, 2)).toBe(2 * meanOf(perClaim));
    }
  });

  it("lets bills grow, not the aid", () => {
    const one: AgainstBills = { bills: distribution, upTo: 9, fixed: 0, deductible: 8, portion: 1 };
    expect(meanAmount(one, lanes, 0, 1)).toBeCloseTo(0.2, 14);
    expect(meanAmount(one, lanes, 0, 2)).toBeCloseTo(((20 - 8) / 20) * 6 - (3 * 3) / 20 / 2, 14);
  });
});
