import { describe, expect, it } from "vitest";
import { poissonQuantile } from "../../src/random/poissonQuantile.ts";
import { besideR, wrongSteps } from "./reference.ts";

const us = [2 ** -53, 1e-9, 1e-3, 0.1, 0.3, 0.5, 0.7, 0.9, 0.999, 1 - 1e-9, 1 - 2 ** -53];

describe("poissonQuantile", () => {
  it("agrees with R for means from 1e-6 to 1e9, far into both tails", () => {
    expect(besideR("poisson", poissonQuantile).filter(({ ours, theirs }) => ours !== theirs)).toEqual([]);
  });

  it("steps to the next count where the distribution function does, to 1e-10 of the tail", () => {
    expect(wrongSteps("poissonSteps", poissonQuantile)).toEqual([]);
  });

  it("is 0 for mean 0", () => {
    expect(us.map((u) => poissonQuantile(u, 0))).toEqual(us.map(() => 0));
  });

  it("is the smallest count whose summed probability reaches u, for every mean up to 60", () => {
    for (let mean = 0.25; mean <= 60; mean += 0.25) {
      for (const u of us.slice(1, -2)) expect(poissonQuantile(u, mean)).toBe(bySumming(u, mean));
    }
  });

  it("never falls when u or the mean rises", () => {
    for (let mean = 3.9; mean < 4.3; mean += 0.001) {
      const counts = us.map((u) => poissonQuantile(u, mean));
      expect(counts).toEqual([...counts].sort((a, b) => a - b));
      const larger = us.map((u) => poissonQuantile(u, mean + 0.001));
      expect(larger.every((count, i) => count >= counts[i])).toBe(true);
    }
  });

  it("has the mean and the variance of the distribution over evenly spread u", () => {
    for (const mean of [0.3, 3, 30, 3000]) {
      const counts = Array.from({ length: 100_000 }, (_, i) => poissonQuantile((i + 0.5) / 100_000, mean));
      const average = counts.reduce((sum, count) => sum + count) / counts.length;
      const variance = counts.reduce((sum, count) => sum + (count - average) ** 2, 0) / counts.length;
      // Even spacing is off by at most a step of 1e-5 of probability for every count that occurs.
      expect(average / mean).toBeCloseTo(1, 3);
      expect(variance / mean).toBeCloseTo(1, 2);
    }
  });
});

function bySumming(u: number, mean: number): number {
  let count = 0;
  let probability = Math.exp(-mean);
  for (let sum = probability; sum < u; sum += probability) probability *= mean / ++count;
  return count;
}
