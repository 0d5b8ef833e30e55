import { describe, expect, it } from "vitest";
import { binomialQuantile } from "../../src/random/binomialQuantile.ts";
import { besideR, wrongSteps } from "./reference.ts";

const us = [2 ** -53, 1e-9, 1e-3, 0.1, 0.3, 0.5, 0.7, 0.9, 0.999, 1 - 1e-9, 1 - 2 ** -53];

describe("binomialQuantile", () => {
  it("agrees with R for 1 to 1e9 trials, far into both tails", () => {
    expect(besideR("binomial", binomialQuantile).filter(({ ours, theirs }) => ours !== theirs)).toEqual([]);
  });

  it("steps to the next count where the distribution function does, to 1e-10 of the tail", () => {
    expect(wrongSteps("binomialSteps", binomialQuantile)).toEqual([]);
  });

  it("is 0 without trials or chance and n with certainty", () => {
    for (const u of us) {
      expect(binomialQuantile(u, 0, 0.5)).toBe(0);
      expect(binomialQuantile(u, 1000, 0)).toBe(0);
      expect(binomialQuantile(u, 1, 1)).toBe(1);
      expect(binomialQuantile(u, 3, 1)).toBe(3);
      expect(binomialQuantile(u, 1e9, 1)).toBe(1e9);
    }
  });

  it("is one coin: 0 up to the chance of failure, 1 above", () => {
    expect(binomialQuantile(0.6999, 1, 0.3)).toBe(0);
    expect(binomialQuantile(0.7001, 1, 0.3)).toBe(1);
    expect(binomialQuantile(0.2999, 1, 0.7)).toBe(0);
    expect(binomialQuantile(0.3001, 1, 0.7)).toBe(1);
  });

  it("is the smallest count whose summed probability reaches u, for 1 to 40 trials", () => {
    for (let n = 1; n <= 40; n++) {
      for (let p = 0.03; p < 1; p += 0.0301) {
        for (const u of us.slice(1, -2)) expect(binomialQuantile(u, n, p)).toBe(bySumming(u, n, p));
      }
    }
  });

  it("mirrors successes and failures", () => {
    for (const [n, p] of [
      [9, 0.25],
      [40, 0.375],
      [1000, 0.001953125],
      [1e6, 0.25],
    ]) {
      // u of the form (k + 1/2) / 2^52: 1 - u is exact and no step of the distribution function.
      for (const u of [0.123, 0.4567, 0.89, 0.999].map((x) => (Math.floor(x * 2 ** 52) + 0.5) / 2 ** 52)) {
        expect(binomialQuantile(1 - u, n, 1 - p)).toBe(n - binomialQuantile(u, n, p));
      }
    }
  });

  it("never falls when u, n or p rises, through the seam of its two ways", () => {
    for (let n = 30; n < 50; n++) {
      const counts = us.map((u) => binomialQuantile(u, n, 0.1));
      expect(counts).toEqual([...counts].sort((a, b) => a - b));
      const moreTrials = us.map((u) => binomialQuantile(u, n + 1, 0.1));
      const moreChance = us.map((u) => binomialQuantile(u, n, 0.1001));
      expect(moreTrials.every((count, i) => count >= counts[i])).toBe(true);
      expect(moreChance.every((count, i) => count >= counts[i])).toBe(true);
    }
  });

  it("stays within 0 and n at the ends of what is drawn", () => {
    for (const [n, p] of [
      [8, 0.5],
      [12, 0.4],
      [100, 0.99],
      [1e6, 1e-6],
    ]) {
      expect(binomialQuantile(2 ** -53, n, p)).toBeGreaterThanOrEqual(0);
      expect(binomialQuantile(1 - 2 ** -53, n, p)).toBeLessThanOrEqual(n);
    }
  });
});

function bySumming(u: number, n: number, p: number): number {
  let count = 0;
  let probability = (1 - p) ** n;
  for (let sum = probability; sum < u && count < n; sum += probability) {
    probability *= ((n - count) / (count + 1)) * (p / (1 - p));
    count++;
  }
  return count;
}
