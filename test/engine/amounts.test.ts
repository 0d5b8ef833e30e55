import { describe, expect, it } from "vitest";
import { meanAmounts, sumOfClaims } from "../../src/engine/amounts.ts";
import { openLanes } from "../../src/engine/lanes.ts";
import type { Distribution } from "../../src/random/distribution.ts";
import { meanOf, varianceOf } from "../../src/random/momentsOf.ts";
import { probabilityUpTo } from "../../src/random/probabilityOf.ts";
import { purposes } from "../../src/random/purpose.ts";
import { seedKey } from "../../src/random/seedKey.ts";
import { nextUniform, openStream } from "../../src/random/streams.ts";
import { mean, months, offBy, planOf, variance } from "./runs.ts";

const key = seedKey("amounts");
const ofTier = purposes.amounts("tier");

function sums(count: number, distribution: Distribution, draws: number): number[] {
  return Array.from({ length: draws }, (_, i) =>
    sumOfClaims(count, distribution, openStream(key, i, ofTier, 0)),
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
    expect(sumOfClaims(3, { kind: "uniform", low: 0, high: 400 }, openStream(key, 3, ofTier, 5))).toBeCloseTo(
      expected,
      9,
    );
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
    expect(sumOfClaims(0, { kind: "uniform", low: 1, high: 2 }, openStream(key, 0, ofTier, 0))).toBe(0);
    expect(sumOfClaims(7, { kind: "constant", value: 3 }, openStream(key, 0, ofTier, 0))).toBe(21);
  });
});

describe("meanAmounts", () => {
  it("is the amount, the amount drawn by the replication, or the mean of an amount drawn for every claim", () => {
    const plan = planOf(`${months(1)}
group:
  - { class: a, number: 1, claimProbability: 0, benefit: 7 }
  - { class: b, number: 1, claimProbability: 0, benefit: { uniform: [0, 10] } }
  - { class: c, number: 1, claimProbability: 0, benefit: { perClaim: { uniform: [0, 10] } } }`);
    const lanes = openLanes(plan.draws, seedKey(plan.seed), 0, 5);
    const [known, uncertain, perClaim] = meanAmounts(plan, lanes);
    expect([...known]).toEqual([7, 7, 7, 7, 7]);
    expect([...uncertain]).toEqual([...lanes.drawn[0]]);
    expect([...perClaim]).toEqual([5, 5, 5, 5, 5]);
  });
});
