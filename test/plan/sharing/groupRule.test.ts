import { describe, expect, it } from "vitest";
import { groupRule } from "../../../src/plan/sharing/groupRule.ts";
import { groupRow, lognormalPeer, poisson } from "./groupRow.ts";

const rows = [
  groupRow("a", 10, poisson(0.1), 2),
  groupRow("b", 10, poisson(0.2), 3),
  groupRow("c", 5, poisson(0.2), 2),
];

describe("groupRule", () => {
  it("leaves rules by weights to others", () => {
    for (const rule of [
      { kind: "equal" },
      { kind: "expectedCost" },
      { kind: "class", weights: { a: 1, b: 1, c: 2 } },
    ] as const) {
      expect(groupRule(rule, rows, null)).toBeNull();
    }
  });

  it("makes each of the closed groups' rules", () => {
    expect(groupRule({ kind: "linear", weights: null }, rows, null)?.kind).toBe("linear");
    expect(groupRule({ kind: "conditionalMean" }, rows, null)).toMatchObject({
      kind: "conditionalMean",
      step: 1,
    });
    expect(groupRule({ kind: "matrix", network: null }, rows, null)?.kind).toBe("matrix");
  });

  it("joins each row with itself and with those that the network names, in either order", () => {
    const rule = groupRule({ kind: "matrix", network: [["b", "a"]] }, rows, null);
    if (rule?.kind !== "matrix") throw new Error("no matrix");
    expect(rule.matrix[2]).toEqual([0, 0, expect.closeTo(1, 12)]);
    expect(rule.matrix[0][1]).not.toBe(0);
    expect(rule.matrix[1][0]).not.toBe(0);
    expect([rule.matrix[0][2], rule.matrix[1][2]]).toEqual([0, 0]);
  });

  it("lets dependence matter", () => {
    const peers = [lognormalPeer("a", 100, 0.5), lognormalPeer("b", 50, 1)];
    const joint = [
      [1, 0.8],
      [0.8, 1],
    ];
    const parts = [null, joint].map((dependence) =>
      groupRule({ kind: "matrix", network: null }, peers, dependence),
    );
    expect(parts[0]).not.toEqual(parts[1]);
  });
});
