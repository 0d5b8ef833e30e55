import { expect, it } from "vitest";
import { distributionOf, transformOf } from "../../src/oracle/fourier.ts";
import { transformsAlgebra } from "../../src/oracle/transforms.ts";
import { convolve } from "../../src/plan/sharing/convolve.ts";

const a = Float64Array.of(0.5, 0, 0.25, 0.25);
const b = Float64Array.of(0.1, 0.2, 0.3, 0.4);

it("a transform there and back again is the distribution", () => {
  const back = distributionOf(transformOf(a, 8));
  expect([...back].map((p) => Number(p.toFixed(14)))).toEqual([0.5, 0, 0.25, 0.25, 0, 0, 0, 0]);
});

it("the product of transforms is the distribution of the sum", () => {
  const sum = transformsAlgebra([], 8).sum(transformOf(a, 8), transformOf(b, 8));
  const wide = (of: Float64Array) => Float64Array.from({ length: 8 }, (_, i) => of[i] ?? 0);
  const expected = convolve(wide(a), wide(b));
  distributionOf(sum).forEach((probability, i) => {
    expect(probability).toBeCloseTo(expected[i], 14);
  });
});

it("what lies beyond the circle goes around", () => {
  expect(distributionOf(transformOf(Float64Array.of(0, 0, 0, 0, 0, 1), 4))[1]).toBeCloseTo(1, 14);
});

it("so many persons have the power of one person's transform", () => {
  const algebra = transformsAlgebra([], 16);
  const one = transformOf(Float64Array.of(0.7, 0.3), 16);
  const ten = distributionOf(algebra.times(one, 10));
  expect(ten[0]).toBeCloseTo(0.7 ** 10, 13);
  expect(ten[3]).toBeCloseTo(120 * 0.3 ** 3 * 0.7 ** 7, 13);
});

it("a Poisson number of claims of one unit is a Poisson number", () => {
  const algebra = transformsAlgebra([], 64);
  const claim = transformOf(Float64Array.of(0, 1), 64);
  const total = distributionOf(algebra.counted({ kind: "poisson" }, 2, claim));
  expect(total[3]).toBeCloseTo((Math.exp(-2) * 8) / 6, 13);
});

it("a negative binomial number of shape 1 is a geometric one", () => {
  const algebra = transformsAlgebra([], 256);
  const claim = transformOf(Float64Array.of(0, 1), 256);
  const total = distributionOf(algebra.counted({ kind: "negativeBinomial", shape: 1 }, 2, claim));
  expect(total[2]).toBeCloseTo((1 / 3) * (2 / 3) ** 2, 13);
});
