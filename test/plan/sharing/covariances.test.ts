import { describe, expect, it } from "vitest";
import { covariancesOf } from "../../../src/plan/sharing/covariances.ts";
import { atMostOne, groupRow, lognormalPeer, poisson } from "./groupRow.ts";

describe("covariancesOf", () => {
  it("has variances only where rows are independent", () => {
    const rows = [groupRow("a", 10, poisson(0.1), 2), groupRow("b", 10, atMostOne(0.5), 3)];
    expect(covariancesOf(rows, null)).toEqual([
      [4, 0],
      [0, 22.5],
    ]);
  });

  it("has those of joint lognormal losses, which give back their correlations", () => {
    const rows = [lognormalPeer("a", 100, 0.5), lognormalPeer("b", 50, 1), groupRow("c", 1, atMostOne(1), 7)];
    const dependence = [
      [1, -0.4, 0],
      [-0.4, 1, 0],
      [0, 0, 1],
    ];
    const covariances = covariancesOf(rows, dependence);
    const means = [100 * Math.exp(0.125), 50 * Math.exp(0.5), 7];
    const correlation = Math.log(1 + covariances[0][1] / (means[0] * means[1])) / (0.5 * 1);
    expect(correlation).toBeCloseTo(-0.4, 12);
    expect(covariances[1][1]).toBeCloseTo(means[1] ** 2 * (Math.E - 1), 8);
    expect(covariances[1][0]).toBe(covariances[0][1]);
    expect([covariances[2], covariances[0][2]]).toEqual([[0, 0, 0], 0]);
  });

  it("refuses other losses to depend on each other", () => {
    const gamma = { perClaim: { kind: "gamma", shape: 2, scale: 1 } } as const;
    const rows = [lognormalPeer("a", 100, 0.5), groupRow("b", 1, atMostOne(1), gamma)];
    const correlations = [
      [1, 0.5],
      [0.5, 1],
    ];
    expect(() => covariancesOf(rows, correlations)).toThrow("loss of b");
  });
});
