import { describe, expect, it } from "vitest";
import { betaLowerTail } from "../../src/random/betaTails.ts";
import { countExpansion, countExpansionError } from "../../src/random/countExpansion.ts";
import { gammaLowerTail, gammaUpperTail } from "../../src/random/gammaTails.ts";
import { normalQuantile } from "../../src/random/normalQuantile.ts";

/** w of a step of the distribution function, from its nearer tail. */
const normalOf = (atMost: number, above: number) =>
  atMost < above ? normalQuantile(atMost) : -normalQuantile(above);

/** The largest error of the expansion at the steps of a distribution, as a part of the bound. */
function worstPart(
  counts: number,
  tails: (count: number) => [number, number],
  expansion: { mean: number; sd: number; skew: number; pq: number },
): number {
  const { mean, sd, skew, pq } = expansion;
  let worst = 0;
  for (let count = 0; count < counts; count++) {
    const [atMost, above] = tails(count);
    if (Math.min(atMost, above) < 1e-16) continue;
    const w = normalOf(atMost, above);
    const error = Math.abs(countExpansion(w, mean, sd, skew, pq) - (count + 1));
    worst = Math.max(worst, error / countExpansionError(w, mean, sd));
  }
  return worst;
}

describe("countExpansion", () => {
  it("hits every Poisson count within half of its bound, for means from 4", () => {
    for (const mean of [4, 4.25, 4.5, 4.85, 5, 6.1, 7, 10.05, 15, 30, 100, 1000]) {
      const expansion = { mean, sd: Math.sqrt(mean), skew: 1, pq: 0 };
      const counts = Math.ceil(mean + 10 * Math.sqrt(mean) + 30);
      const tails = (k: number): [number, number] => [
        gammaUpperTail(k + 1, mean),
        gammaLowerTail(k + 1, mean),
      ];
      expect(worstPart(counts, tails, expansion)).toBeLessThan(0.5);
    }
  });

  it("hits every binomial count within half of its bound, for 4 or more successes and failures expected", () => {
    for (const p of [0.001, 0.1, 0.3, 0.5, 0.6, 0.9]) {
      for (const expected of [4, 4.5, 5, 7, 10, 30]) {
        const n = Math.ceil(expected / Math.min(p, 1 - p));
        const expansion = { mean: n * p, sd: Math.sqrt(n * p * (1 - p)), skew: 1 - 2 * p, pq: p * (1 - p) };
        const tails = (k: number): [number, number] => [
          betaLowerTail(n - k, k + 1, 1 - p, p),
          betaLowerTail(k + 1, n - k, p, 1 - p),
        ];
        expect(worstPart(Math.min(n, 150 + n * (p > 0.5 ? 1 : 0)), tails, expansion)).toBeLessThan(0.5);
      }
    }
  });
});
