import { describe, expect, it } from "vitest";
import { triangularQuantile } from "../../src/random/triangularQuantile.ts";

describe("triangularQuantile", () => {
  it("follows the two branches of the parabola", () => {
    expect(triangularQuantile(0.125, 0, 1, 2)).toBe(0.5);
    expect(triangularQuantile(0.5, 0, 1, 2)).toBe(1);
    expect(triangularQuantile(0.875, 0, 1, 2)).toBe(1.5);
    expect(triangularQuantile(0.25, 10, 10, 14)).toBeCloseTo(14 - 4 * Math.sqrt(0.75), 14);
    expect(triangularQuantile(0.25, 10, 14, 14)).toBe(12);
  });

  it("is the only value there is where low is high", () => {
    expect(triangularQuantile(0.3, 5, 5, 5)).toBe(5);
  });
});
