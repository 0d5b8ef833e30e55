import { describe, expect, it } from "vitest";
import { linearRule } from "../../../src/plan/sharing/linearRule.ts";
import { atMostOne, groupRow, lognormalPeer, poisson } from "./groupRow.ts";

describe("linearRule", () => {
  it("takes weights by name", () => {
    const rows = [groupRow("a", 10, poisson(0.1), 2), groupRow("b", 10, poisson(0.2), 3)];
    expect(linearRule({ b: 0.25, a: 0.75 }, rows, null)).toEqual({
      kind: "linear",
      means: [2, 6],
      weights: [0.75, 0.25],
    });
  });

  it("weighs independent rows by their variances", () => {
    const rows = [groupRow("a", 10, poisson(0.1), 2), groupRow("b", 10, poisson(0.2), 3)];
    expect(linearRule(null, rows, null).weights).toEqual([4 / 22, 18 / 22]);
  });

  it("lets a row that runs against the total be paid when that is large", () => {
    const rows = [lognormalPeer("a", 100, 1), lognormalPeer("b", 10, 0.5)];
    const dependence = [
      [1, -0.9],
      [-0.9, 1],
    ];
    const { weights } = linearRule(null, rows, dependence);
    expect(weights[1]).toBeLessThan(0);
    expect(weights[0] + weights[1]).toBeCloseTo(1, 14);
  });

  it("divides a certain total as the means", () => {
    const certain = [groupRow("a", 1, atMostOne(1), 3), groupRow("b", 2, atMostOne(1), 6)];
    expect(linearRule(null, certain, null)).toEqual({ kind: "linear", means: [3, 12], weights: [0.2, 0.8] });
    const nothing = [groupRow("a", 1, poisson(0), 3), groupRow("b", 2, poisson(0), 6)];
    expect(linearRule(null, nothing, null).weights).toEqual([0.5, 0.5]);
  });
});
