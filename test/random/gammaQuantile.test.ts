import { describe, expect, it } from "vitest";
import { gammaQuantile } from "../../src/random/gammaQuantile.ts";
import { gammaLowerTail } from "../../src/random/gammaTails.ts";
import { normalQuantile } from "../../src/random/normalQuantile.ts";
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

  it("goes over into a nearly normal number at shape 1e8 without a jump", () => {
    for (const u of [1e-9, 0.01, 0.3, 0.5, 0.9, 1 - 1e-9]) {
      const below = gammaQuantile(u, 1e8);
      const above = gammaQuantile(u, 1e8 * (1 + 1e-15));
      expect(Math.abs(above / below - 1)).toBeLessThan(2e-12);
    }
  });

  it("has beyond it the tails of the distribution", () => {
    for (const u of [1e-6, 0.1, 0.5, 0.99]) {
      expect(gammaLowerTail(3e8, gammaQuantile(u, 3e8)) / u).toBeCloseTo(1, 6);
    }
  });

  it("takes no longer for shapes beyond it: a thousand at 1e16", () => {
    const start = performance.now();
    const us = Array.from({ length: 1000 }, (_, i) => (i + 0.5) / 1000);
    const xs = us.map((u) => gammaQuantile(u, 1e16));
    expect(performance.now() - start).toBeLessThan(100);
    // Mean and variance are the shape; the median lies a third below.
    expect(gammaQuantile(0.5, 1e16) / 1e16).toBeCloseTo(1, 15);
    us.forEach((u, i) => {
      expect((xs[i] - 1e16) / 1e8).toBeCloseTo(normalQuantile(u), 6);
    });
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
