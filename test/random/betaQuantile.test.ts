import { describe, expect, it } from "vitest";
import { betaQuantile } from "../../src/random/betaQuantile.ts";
import { worstRatio } from "./reference.ts";

describe("betaQuantile", () => {
  it("agrees with R to a relative 1e-12 from U shapes to narrow ones, far into both tails", () => {
    expect(worstRatio("beta", betaQuantile)).toBeLessThan(1e-12);
  });

  it("is a power of u for beta(a, 1)", () => {
    for (const u of [1e-6, 0.3, 0.5, 0.99]) expect(betaQuantile(u, 3, 1)).toBeCloseTo(u ** (1 / 3), 13);
  });

  it("mirrors when a and b change places", () => {
    for (const u of [0.01, 0.25, 0.625]) {
      expect(betaQuantile(1 - u, 0.7, 4)).toBeCloseTo(1 - betaQuantile(u, 4, 0.7), 13);
    }
  });

  it("is 0 or 1 where the quantile is nearer to them than to any other number", () => {
    expect(betaQuantile(1e-11, 0.011, 40)).toBeLessThan(1e-300);
    expect(betaQuantile(1 - 2 ** -53, 24, 0.038)).toBe(1);
  });

  it("bears the most lopsided shapes at both ends of what is drawn", () => {
    for (const a of [0.01, 0.3, 40, 1e8]) {
      for (const b of [0.01, 0.3, 40, 1e8]) {
        const xs = [2 ** -53, 1e-9, 0.1, 0.5, 0.9, 1 - 1e-9, 1 - 2 ** -53].map((u) => betaQuantile(u, a, b));
        expect(xs).toEqual([...xs].sort((x, y) => x - y));
        expect(xs.every((x) => x >= 0 && x <= 1)).toBe(true);
      }
    }
  });

  it("increases with u", () => {
    const xs = Array.from({ length: 999 }, (_, i) => betaQuantile((i + 1) / 1000, 2, 5));
    expect(xs).toEqual([...xs].sort((a, b) => a - b));
  });
});
