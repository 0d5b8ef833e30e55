import { describe, expect, it } from "vitest";
import { normalQuantile } from "../../src/random/normalQuantile.ts";
import { worstRatio } from "./reference.ts";

describe("normalQuantile", () => {
  it("agrees with R to a unit in the last place or two", () => {
    expect(worstRatio("normal", normalQuantile)).toBeLessThan(5e-16);
  });

  it("is 0 at one half and odd about it", () => {
    expect(normalQuantile(0.5)).toBe(0);
    for (const u of [2 ** -53, 2 ** -30, 0.0625, 0.25])
      expect(normalQuantile(1 - u)).toBe(-normalQuantile(u));
  });

  it("is finite at both ends of what is drawn", () => {
    expect(normalQuantile(2 ** -53)).toBeCloseTo(-8.2095361516, 9);
    expect(normalQuantile(1 - 2 ** -53)).toBeCloseTo(8.2095361516, 9);
  });

  it("increases through the seams of its three pieces", () => {
    for (const seam of [0.075, 0.925, Math.exp(-25)]) {
      const around = [-3, -2, -1, 0, 1, 2, 3].map((step) => normalQuantile(seam * (1 + step * 1e-13)));
      expect(around).toEqual([...around].sort((a, b) => a - b));
    }
  });
});
