import { describe, expect, it } from "vitest";
import { convolve } from "../../../src/plan/sharing/convolve.ts";

const numbers = (...values: number[]) => Float64Array.from(values);

describe("convolve", () => {
  it("adds independent totals, up to the largest of the first", () => {
    expect([...convolve(numbers(0.5, 0.5, 0, 0), numbers(0.25, 0.75))]).toEqual([0.125, 0.5, 0.375, 0]);
    expect([...convolve(numbers(0.5, 0.5), numbers(0.25, 0.75))]).toEqual([0.125, 0.5]);
    expect([...convolve(numbers(0, 0, 0.5, 0.5), numbers(0, 1))]).toEqual([0, 0, 0, 0.5]);
    expect([...convolve(numbers(0, 1, 0, 0), numbers(0.25, 0, 0.25, 0.5, 0.125))]).toEqual([
      0, 0.25, 0, 0.25,
    ]);
  });

  it("keeps the digits of small probabilities", () => {
    const [, , tail] = convolve(numbers(1, 1e-60, 0), numbers(1, 1e-60, 0));
    expect(tail / 1e-120).toBeCloseTo(1, 14);
  });

  it("has nothing to add to nothing", () => {
    expect([...convolve(numbers(0, 0), numbers(1, 1))]).toEqual([0, 0]);
  });
});
