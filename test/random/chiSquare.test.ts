import { describe, expect, it } from "vitest";
import { chiSquare, chiSquareBound, dependence, unevenness } from "./chiSquare.ts";

const grid = Array.from({ length: 4096 }, (_, i) => (i + 0.5) / 4096);

describe("the chi-square tests of this folder", () => {
  it("know the table's one-in-a-million values", () => {
    // qchisq(1e-6, c(1, 255), lower.tail = FALSE), R 4.2.2
    expect(chiSquareBound(1)).toBeCloseTo(23.9281269769, 6);
    expect(chiSquareBound(255)).toBeCloseTo(377.078115499, 6);
  });

  it("add up squares over expectations", () => {
    expect(chiSquare([8, 12], () => 10)).toBe(0.8);
  });

  it("pass even numbers and catch uneven ones", () => {
    expect(unevenness(grid, 64)).toBe(0);
    expect(
      unevenness(
        grid.map((u) => u ** 1.2),
        64,
      ),
    ).toBeGreaterThan(1);
  });

  it("catch pairs that know each other", () => {
    expect(dependence(grid.map((u) => [u, u] as const))).toBeGreaterThan(1);
    expect(dependence(grid.map((u) => [u, (u * 7.3) % 1] as const))).toBeGreaterThan(1);
  });
});
