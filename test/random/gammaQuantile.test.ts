import { describe, expect, it } from "vitest";
import { gammaQuantile } from "../../src/random/gammaQuantile.ts";
import { worstRatio } from "./reference.ts";

describe("gammaQuantile", () => {
  it("agrees with R to a relative 1e-12 for shapes from 0.01 to 1e6, far into both tails", () => {
    expect(worstRatio("gamma", gammaQuantile)).toBeLessThan(1e-12);
  });

  it("is -ln(1 - u) for shape 1", () => {
    for (const u of [1e-9, 0.2, 0.5, 0.9, 1 - 2 ** -40]) {
      expect(gammaQuantile(u, 1) / -Math.log1p(-u)).toBeCloseTo(1, 13);
    }
  });

  it("is 0 where the quantile is below all numbers", () => {
    expect(gammaQuantile(1e-9, 0.001)).toBe(0);
  });

  it("increases with u and with the shape", () => {
    const us = Array.from({ length: 999 }, (_, i) => (i + 1) / 1000);
    const xs = us.map((u) => gammaQuantile(u, 2.5));
    expect(xs).toEqual([...xs].sort((a, b) => a - b));
    expect(us.every((u, i) => gammaQuantile(u, 2.51) > xs[i])).toBe(true);
  });
});
