import { describe, expect, it } from "vitest";
import type { GroupRule } from "../../../src/plan/plan.ts";
import { allocate } from "../../../src/plan/sharing/allocate.ts";
import { groupRule } from "../../../src/plan/sharing/groupRule.ts";
import { seedKey } from "../../../src/random/seedKey.ts";
import { nextUniform, openStream } from "../../../src/random/streams.ts";
import { atMostOne, groupRow, poisson } from "./groupRow.ts";

function allocated(rule: GroupRule, losses: readonly number[]): number[] {
  const out = new Float64Array(losses.length).fill(Number.NaN);
  allocate(rule, Float64Array.from(losses), out);
  return [...out];
}

const table: GroupRule = {
  kind: "conditionalMean",
  step: 10,
  conditionalMeans: [Float64Array.of(0, 4, 16), Float64Array.of(0, 6, 4)],
};

describe("allocate", () => {
  it("gives each row its mean and its part of the deviation", () => {
    const rule: GroupRule = { kind: "linear", means: [2, 6], weights: [0.75, 0.25] };
    expect(allocated(rule, [12, 0])).toEqual([5, 7]);
    expect(allocated(rule, [0, 0])).toEqual([-4, 4]);
  });

  it("looks conditional means up by the total alone", () => {
    expect(allocated(table, [0, 0])).toEqual([0, 0]);
    expect(allocated(table, [10, 0])).toEqual([4, 6]);
    expect(allocated(table, [5, 15])).toEqual([16, 4]);
  });

  it("divides totals beyond the last like that one, and those between two points between them", () => {
    expect(allocated(table, [50, 0])).toEqual([40, 10]);
    expect(allocated(table, [15, 0])).toEqual([10, 5]);
    const [first, second] = allocated(table, [10 - 1e-13, 0]);
    expect(first).toBeCloseTo(4, 12);
    expect(second).toBeCloseTo(6, 12);
  });

  it("divides equally what never was expected", () => {
    const nothing: GroupRule = {
      kind: "conditionalMean",
      step: 1,
      conditionalMeans: [Float64Array.of(0), Float64Array.of(0)],
    };
    expect(allocated(nothing, [0, 0])).toEqual([0, 0]);
    expect(allocated(nothing, [3, 1])).toEqual([2, 2]);
  });

  it("takes from a matrix who bears what of whose loss", () => {
    const rule: GroupRule = {
      kind: "matrix",
      matrix: [
        [0.5, 0.25],
        [0.5, 0.75],
      ],
    };
    expect(allocated(rule, [8, 4])).toEqual([5, 7]);
    expect(allocated(rule, [0, 0])).toEqual([0, 0]);
  });

  it("gives out just what was lost", () => {
    const rows = [
      groupRow("a", 3, poisson(0.5), 0.3),
      groupRow("b", 2, atMostOne(0.2), 0.7),
      groupRow("c", 1, { kind: "geometric", mean: 1 }, 1.1),
    ];
    const stream = openStream(seedKey("allocate"), 0, 1, 0);
    for (const asked of [
      { kind: "linear", weights: null },
      { kind: "linear", weights: { a: 1 / 3, b: 1 / 3, c: 1 / 3 } },
      { kind: "conditionalMean" },
      { kind: "matrix", network: null },
      { kind: "matrix", network: [["a", "b"]] },
    ] as const) {
      const rule = groupRule(asked, rows, null);
      if (rule === null) throw new Error("a weight rule");
      for (let trial = 0; trial < 50; trial++) {
        const losses = [0.3, 0.7, 1.1].map((amount) => amount * Math.floor(40 * nextUniform(stream)));
        const total = losses.reduce((sum, loss) => sum + loss, 0);
        const parts = allocated(rule, losses).reduce((sum, part) => sum + part, 0);
        expect(Math.abs(parts - total)).toBeLessThan(1e-9 * (1e-3 + total));
      }
    }
  });
});
