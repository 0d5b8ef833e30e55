import { describe, expect, it } from "vitest";
import { conditionalMeanRule } from "../../../src/plan/sharing/conditionalMeans.ts";
import { increasingInTotal } from "../../../src/plan/sharing/increasingInTotal.ts";
import type { GroupRow } from "../../../src/scenario/scenario.ts";
import { atMostOne, groupRow, multiples, poisson } from "./groupRow.ts";

function byConditionalMeans(rows: readonly GroupRow[]): ReturnType<typeof increasingInTotal> {
  return increasingInTotal({ kind: "group", rule: conditionalMeanRule(rows) });
}

describe("increasingInTotal", () => {
  it("holds for weights", () => {
    expect(increasingInTotal({ kind: "equal" })).toBe("yes");
    expect(increasingInTotal({ kind: "class", weights: [1, 2] })).toBe("yes");
    expect(increasingInTotal({ kind: "expectedCost" })).toBe("yes");
  });

  it("holds for a linear rule unless a weight is below 0", () => {
    const linear = (weights: number[]) =>
      increasingInTotal({ kind: "group", rule: { kind: "linear", means: [1, 2], weights } });
    expect(linear([0, 1])).toBe("yes");
    expect(linear([-0.1, 1.1])).toBe("no");
  });

  it("holds for conditional means of alike rows, and of log-concave losses (Efron 1965)", () => {
    const alike = ["a", "b", "c"].map((name) => groupRow(name, 5, poisson(0.3), multiples(1, [0.7, 0, 0.3])));
    expect(byConditionalMeans(alike)).toBe("yes");
    const counts = [
      groupRow("a", 3000, atMostOne(0.01), 1),
      groupRow("b", 20, poisson(2), 1),
      groupRow("c", 2, { kind: "geometric", mean: 3 }, 1),
    ];
    expect(byConditionalMeans(counts)).toBe("yes");
  });

  it("does not hold for conditional means where a total tells whose loss it was", () => {
    // Two claims of the first make 2; 3 is one claim of the second.
    expect(
      byConditionalMeans([groupRow("a", 5, atMostOne(0.1), 1), groupRow("b", 5, atMostOne(0.1), 3)]),
    ).toBe("no");
  });

  it("is no question for a matrix", () => {
    const rule = { kind: "matrix", matrix: [[1]] } as const;
    expect(increasingInTotal({ kind: "group", rule })).toBe("not a function of the total");
  });
});
