import { describe, expect, it } from "vitest";
import { meanCount, rowCount, varianceOfCount } from "../../../src/plan/sharing/rowCount.ts";
import { rowMoments } from "../../../src/plan/sharing/rowMoments.ts";
import type { ClaimCount } from "../../../src/scenario/scenario.ts";
import { atMostOne, groupRow, poisson } from "./groupRow.ts";

function countMoments(number: number, claims: ClaimCount): [number, number] {
  const count = rowCount(groupRow("a", number, claims, 1));
  return [meanCount(count), varianceOfCount(count)];
}

describe("rowCount", () => {
  it("has the mean and variance of all members' claims", () => {
    expect(countMoments(100, atMostOne(0.25))).toEqual([25, 18.75]);
    expect(countMoments(100, poisson(0.25))).toEqual([25, 25]);
    expect(countMoments(1, { kind: "geometric", mean: 2 })).toEqual([2, 6]);
    expect(countMoments(10, { kind: "geometric", mean: 2 })).toEqual([20, 60]);
    expect(countMoments(10, { kind: "negativeBinomial", mean: 2, shape: 0.5 })).toEqual([20, 100]);
  });

  it("is certain without members, without claims, and where everybody claims", () => {
    for (const claims of [atMostOne(0.5), poisson(2), { kind: "geometric", mean: 2 } as const]) {
      expect(countMoments(0, claims)).toEqual([0, 0]);
    }
    expect(countMoments(5, { kind: "negativeBinomial", mean: 0, shape: 2 })).toEqual([0, 0]);
    expect(countMoments(5, atMostOne(1))).toEqual([5, 0]);
  });

  it("refuses numbers that are not known", () => {
    const distribution = { kind: "uniform", low: 0, high: 1 } as const;
    const probability = { path: "group[0].claimProbability", distribution };
    expect(() => rowCount(groupRow("a", 1, { kind: "atMostOne", probability }, 1))).toThrow(
      "claimProbability",
    );
  });
});

describe("rowMoments", () => {
  it("are those of Frees et al., example 5.2.1, for amounts drawn and fixed", () => {
    const drawn = [
      groupRow("a", 100, atMostOne(0.05), { perClaim: { kind: "uniform", low: 0, high: 400 } }),
      groupRow("b", 200, atMostOne(0.06), { perClaim: { kind: "uniform", low: 0, high: 300 } }),
    ].map(rowMoments);
    expect(drawn[0].mean + drawn[1].mean).toBeCloseTo(2800, 9);
    expect(drawn[0].variance + drawn[1].variance).toBeCloseTo(600_466.67, 1);
    const fixed = [groupRow("a", 100, atMostOne(0.05), 400), groupRow("b", 200, atMostOne(0.06), 300)].map(
      rowMoments,
    );
    expect(fixed[0].variance + fixed[1].variance).toBeCloseTo(1_775_200, 6);
  });

  it("take aid against bills by its own moments", () => {
    const bills = {
      bills: { kind: "constant", value: 500 },
      upTo: 900,
      fixed: 0,
      deductible: 100,
      portion: 0.5,
    };
    const { mean, variance } = rowMoments(
      groupRow("a", 10, poisson(0.5), { ...bills, bills: { kind: "constant", value: 500 } }),
    );
    expect([mean, variance]).toEqual([1000, 200_000]);
  });

  it("refuse an amount that is not known", () => {
    const amount = { path: "group[0].benefit", distribution: { kind: "uniform", low: 0, high: 1 } } as const;
    expect(() => rowMoments(groupRow("a", 1, poisson(1), amount))).toThrow("group[0].benefit");
  });
});
