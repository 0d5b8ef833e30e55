import { expect, it } from "vitest";
import { momentsAlgebra } from "../../src/oracle/moments.ts";

const { choice, sum, counted, times } = momentsAlgebra([]);
const claim = { mean: 3, variance: 5 };

it("a choice of amounts has the variance within and that between", () => {
  expect(
    choice([
      [0.25, { mean: 4, variance: 1 }],
      [0.75, { mean: 0, variance: 0 }],
    ]),
  ).toEqual({ mean: 1, variance: 0.25 * (1 + 9) + 0.75 });
});

it("sums add up", () => {
  expect(sum(claim, { mean: 1, variance: 2 })).toEqual({ mean: 4, variance: 7 });
  expect(times(claim, 10)).toEqual({ mean: 30, variance: 50 });
});

it("numbers of claims have the variance of their law", () => {
  expect(counted({ kind: "poisson" }, 2, claim)).toEqual({ mean: 6, variance: 2 * 5 + 2 * 9 });
  expect(counted({ kind: "atMostOne" }, 0.5, claim)).toEqual({ mean: 1.5, variance: 0.5 * 5 + 0.25 * 9 });
  expect(counted({ kind: "negativeBinomial", shape: 4 }, 2, claim)).toEqual({
    mean: 6,
    variance: 2 * 5 + 3 * 9,
  });
});
