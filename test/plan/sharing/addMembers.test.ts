import { describe, expect, it } from "vitest";
import { addMembers, lossOfBinomial } from "../../../src/plan/sharing/addMembers.ts";
import type { BinomialRow } from "../../../src/plan/sharing/latticeRow.ts";
import { binomialProbability } from "../../../src/random/countProbability.ts";

function row(trials: number, probability: number, steps: number[], probabilities: number[]): BinomialRow {
  return { count: { kind: "binomial", trials, probability }, steps, probabilities };
}

function nothing(last: number): Float64Array {
  const out = new Float64Array(last + 1);
  out[0] = 1;
  return out;
}

describe("addMembers", () => {
  it("gives binomial probabilities, for few members and for many", () => {
    for (const [members, step, last] of [
      [5, 40, 200],
      [3000, 1, 500],
    ]) {
      const total = addMembers(row(members, 0.1, [step], [1]), members, nothing(last));
      for (let n = 0; n * step <= last; n++) {
        const exact = binomialProbability(n, members - n, 0.1, 0.9);
        expect(Math.abs(total[n * step] / exact - 1)).toBeLessThan(1e-11);
      }
    }
  });

  it("does the same one by one and all at once", () => {
    const of = row(8, 0.3, [0, 1, 60], [0.1, 0.5, 0.4]);
    const atOnce = addMembers(of, 8, nothing(480));
    let oneByOne: Float64Array = nothing(480);
    for (let member = 0; member < 8; member++) oneByOne = addMembers(of, 1, oneByOne);
    for (let s = 0; s <= 480; s++) expect(Math.abs(atOnce[s] - oneByOne[s])).toBeLessThan(1e-15);
    expect(atOnce.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 14);
  });

  it("shifts where everybody claims, and adds nobody to nothing", () => {
    expect([...addMembers(row(2, 1, [3], [1]), 2, nothing(7))]).toEqual([0, 0, 0, 0, 0, 0, 1, 0]);
    expect([...addMembers(row(0, 0.5, [3], [1]), 0, nothing(3))]).toEqual([1, 0, 0, 0]);
    expect([...addMembers(row(5, 0, [3], [1]), 5, nothing(3))]).toEqual([1, 0, 0, 0]);
    expect([...addMembers(row(5, 0.5, [0], [1]), 5, nothing(3))]).toEqual([1, 0, 0, 0]);
  });
});

describe("lossOfBinomial", () => {
  it("is the total times its probability where there is no other row", () => {
    const of = row(4, 0.2, [1, 2, 5], [0.5, 0.3, 0.2]);
    const total = addMembers(of, 4, nothing(20));
    const loss = lossOfBinomial(of, nothing(20));
    for (let s = 0; s <= 20; s++) expect(loss[s]).toBeCloseTo(s * total[s], 14);
  });

  it("is nothing for a row without members", () => {
    expect([...lossOfBinomial(row(0, 0.2, [1], [1]), nothing(2))]).toEqual([0, 0, 0]);
  });
});
