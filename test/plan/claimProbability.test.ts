import { describe, expect, it } from "vitest";
import { claimProbability, hasClaims } from "../../src/plan/claimProbability.ts";

const tier = {
  name: "x",
  illness: "x",
  amount: 1,
  endsMembership: true,
  movesToClass: null,
  paidByOperator: false,
};

describe("claimProbability", () => {
  it("is that of at least one claim in a period, from annual rates", () => {
    expect(claimProbability({ closedGroup: false, periodsPerYear: 12 }, 0.12)).toBeCloseTo(
      1 - Math.exp(-0.01),
      15,
    );
    expect(claimProbability({ closedGroup: false, periodsPerYear: 12 }, 0)).toBe(0);
  });

  it("is the probability given in a closed group, at most 1", () => {
    expect(claimProbability({ closedGroup: true, periodsPerYear: 12 }, 0.12)).toBe(0.12);
    expect(claimProbability({ closedGroup: true, periodsPerYear: 12 }, 1.2)).toBe(1);
  });
});

describe("hasClaims", () => {
  it("is so for all classes of an open pool, and for one of a closed group", () => {
    expect([0, 1].map((k) => hasClaims({ ...tier, classIndex: null }, k))).toEqual([true, true]);
    expect([0, 1].map((k) => hasClaims({ ...tier, classIndex: 1 }, k))).toEqual([false, true]);
  });
});
