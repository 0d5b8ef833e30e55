import { describe, expect, it } from "vitest";
import { commonStep, latticeSize } from "../../src/scenario/lattice.ts";
import type { ClaimCount, GroupRow } from "../../src/scenario/scenario.ts";

function row(benefit: GroupRow["benefit"], claims: ClaimCount, number = 1): GroupRow {
  return {
    className: "a",
    number,
    claims,
    benefit,
    endsMembership: false,
    lapse: 0,
    reaction: { kind: "none" },
  };
}

const once = (probability: number): ClaimCount => ({ kind: "atMostOne", probability });

describe("the common step of amounts", () => {
  it.each([
    [[100, 250], 50],
    [[0.3, 0.45], 0.15],
    [[0, 7], 7],
    [[0, 0], 1],
    [[1e9, 0.000001], 0.000001],
    [[1200, 1800, 2700], 300],
  ])("of %j is %d", (amounts, step) => {
    expect(commonStep(amounts)).toBeCloseTo(step, 12);
  });

  it("is none where six decimals are not enough", () => {
    expect(commonStep([1 / 3, 1])).toBeNull();
    expect(commonStep([1, 0.0000001])).toBeNull();
  });
});

describe("the lattice of a group", () => {
  it("goes from 0 to the largest total there can be", () => {
    expect(latticeSize([row(100, once(0.5), 2), row(250, once(0.5))])).toEqual({ step: 50, points: 10 });
  });

  it("stops where totals are as good as impossible: 30 standard deviations above the mean", () => {
    // 10,000 Bernoulli claims of 1: mean 100, sd sqrt(99), and not up to 10,000.
    expect(latticeSize([row(1, once(0.01), 10_000)])?.points).toBe(Math.ceil(100 + 30 * Math.sqrt(99)) + 1);
    // Amounts 1 and 3: mean 2, variance 1; Poisson 4: mean 8, variance 4 (1 + 4) = 20.
    const perClaim = { kind: "discrete", values: [1, 3], probabilities: [0.5, 0.5] } as const;
    const poisson = row({ perClaim }, { kind: "poisson", mean: 4 });
    expect(latticeSize([poisson])?.points).toBe(Math.ceil(8 + 30 * Math.sqrt(20)) + 1);
  });

  it("goes further for numbers of claims that vary more", () => {
    // Variances of the number: geometric 2 + 4, negative binomial 2 + 4 / 0.5.
    const points = (claims: ClaimCount) => latticeSize([row(1, claims)])?.points;
    expect(points({ kind: "geometric", mean: 2 })).toBe(Math.ceil(2 + 30 * Math.sqrt(6)) + 1);
    expect(points({ kind: "negativeBinomial", mean: 2, shape: 0.5 })).toBe(
      Math.ceil(2 + 30 * Math.sqrt(10)) + 1,
    );
  });

  it("is 0 alone where claims, however many, are of nothing", () => {
    expect(latticeSize([row(0, { kind: "poisson", mean: 4 })])).toEqual({ step: 1, points: 1 });
    expect(latticeSize([row(0, { kind: "poisson", mean: 4 }), row(5, once(0.5))])?.points).toBe(2);
  });

  it("is none of uncertain numbers and of amounts of any size", () => {
    const uncertain = { path: "x", distribution: { kind: "uniform", low: 0, high: 1 } } as const;
    expect(latticeSize([row(uncertain, once(0.5))])).toBeNull();
    expect(latticeSize([row(5, { kind: "atMostOne", probability: uncertain })])).toBeNull();
    expect(latticeSize([row(5, { kind: "negativeBinomial", mean: 1, shape: uncertain })])).toBeNull();
    expect(latticeSize([row({ perClaim: uncertain.distribution }, once(0.5))])).toBeNull();
  });
});
