import { describe, expect, it } from "vitest";
import { type CountTails, settleCount } from "../../src/random/settleCount.ts";

/** P(X > k) = (1 - p)^(k + 1) */
const geometric = (p: number): CountTails => ({
  atMost: (k) => -Math.expm1((k + 1) * Math.log1p(-p)),
  above: (k) => Math.exp((k + 1) * Math.log1p(-p)),
});

describe("settleCount", () => {
  it("finds the count from any guess", () => {
    for (const guess of [-5, 0, 692, 693, 694, 2000, 1e9]) {
      expect(settleCount(0.5, guess, geometric(0.001))).toBe(692); // ceil(ln 0.5 / ln 0.999) - 1
    }
  });

  it("compares in the nearer tail, where 1 - P(X <= k) has no digits left", () => {
    const halving = { atMost: (k: number) => 1 - 0.5 ** (k + 1), above: (k: number) => 0.5 ** (k + 1) };
    expect(settleCount(1 - 2 ** -53, 0, halving)).toBe(52);
  });

  it("asks two tails for a right guess", () => {
    let asked = 0;
    const tails = geometric(0.001);
    const above = (k: number) => {
      asked++;
      return tails.above(k);
    };
    expect(settleCount(0.5, 692, { ...tails, above })).toBe(692);
    expect(asked).toBe(2);
  });
});
