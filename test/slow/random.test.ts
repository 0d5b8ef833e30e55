import { describe, expect, it } from "vitest";
import { betaQuantile } from "../../src/random/betaQuantile.ts";
import { betaLowerTail } from "../../src/random/betaTails.ts";
import { binomialQuantile } from "../../src/random/binomialQuantile.ts";
import { gammaQuantile } from "../../src/random/gammaQuantile.ts";
import { gammaLowerTail, gammaUpperTail } from "../../src/random/gammaTails.ts";
import { poissonQuantile } from "../../src/random/poissonQuantile.ts";
import { seedKey } from "../../src/random/seedKey.ts";
import { nextUniform, nextUniforms, openStream, openStreams } from "../../src/random/streams.ts";
import { chiSquare, chiSquareBound, dependence, unevenness } from "../random/chiSquare.ts";

const stream = openStream(seedKey("slow"), 0, 0, 0);
const draw = () => nextUniform(stream);
const logUniform = (low: number, high: number) => low * (high / low) ** draw();

/** Whether count is the smallest that reaches u, by tails computed apart, give or take 1e-9 of the nearer tail. */
function isQuantile(
  u: number,
  count: number,
  atMost: (k: number) => number,
  above: (k: number) => number,
): boolean {
  const slack = 1e-9;
  if (u < 0.5)
    return atMost(count) >= u * (1 - slack) && (count === 0 || atMost(count - 1) <= u * (1 + slack));
  const rest = 1 - u;
  return above(count) <= rest * (1 + slack) && (count === 0 || above(count - 1) >= rest * (1 - slack));
}

describe("quantiles of counts over wide ranges", () => {
  it("poissonQuantile is the smallest count that reaches u for 200,000 random means and u", () => {
    for (let i = 0; i < 200_000; i++) {
      const mean = logUniform(1e-6, i % 100 === 0 ? 1e9 : 1e4);
      const u = draw();
      const atMost = (k: number) => gammaUpperTail(k + 1, mean);
      const above = (k: number) => gammaLowerTail(k + 1, mean);
      expect(isQuantile(u, poissonQuantile(u, mean), atMost, above), `u ${u}, mean ${mean}`).toBe(true);
    }
  });

  it("binomialQuantile is the smallest count that reaches u for 200,000 random n, p and u", () => {
    for (let i = 0; i < 200_000; i++) {
      const n = Math.ceil(logUniform(1, i % 100 === 0 ? 1e9 : 1e4));
      const p = i % 2 === 0 ? draw() : Math.min(1, logUniform(1e-9, 1));
      const u = draw();
      const atMost = (k: number) => (k >= n ? 1 : betaLowerTail(n - k, k + 1, 1 - p, p));
      const above = (k: number) => (k >= n ? 0 : betaLowerTail(k + 1, n - k, p, 1 - p));
      expect(isQuantile(u, binomialQuantile(u, n, p), atMost, above), `u ${u}, n ${n}, p ${p}`).toBe(true);
    }
  });

  it("streams through poissonQuantile follow the Poisson probabilities", () => {
    for (const mean of [0.7, 3.9, 4.1, 25]) {
      const observed = new Float64Array(Math.ceil(mean + 4 * Math.sqrt(mean)) + 1);
      const out = new Float64Array(1000);
      const streams = openStreams(seedKey(`mean ${mean}`), 0, 1000, 1);
      for (let step = 0; step < 2000; step++) {
        nextUniforms(streams, out);
        for (const u of out) observed[Math.min(poissonQuantile(u, mean), observed.length - 1)]++;
      }
      const probability = probabilitiesUpTo(observed.length - 1, mean);
      expect(chiSquare(observed, (k) => 2e6 * probability[k])).toBeLessThan(
        chiSquareBound(observed.length - 1),
      );
    }
  });
});

describe("streams over many draws", () => {
  const streams = openStreams(seedKey("long"), 0, 1000, 1);
  const rows = Array.from({ length: 4000 }, () => {
    const row = new Float64Array(1000);
    nextUniforms(streams, row);
    return row;
  });

  it("are uniform in 65,536 cells", () => {
    expect(
      unevenness(
        rows.flatMap((row) => [...row]),
        65_536,
      ),
    ).toBeLessThan(1);
  });

  it("are independent between successive draws and between neighbouring replications, in 128 x 128 cells", () => {
    const along = rows.flatMap((row, i) =>
      i % 2 === 0 ? [...row].map((u, lane) => [u, rows[i + 1][lane]] as const) : [],
    );
    expect(dependence(along, 128)).toBeLessThan(1);
    const across = rows.flatMap((row) =>
      Array.from({ length: 500 }, (_, i) => [row[2 * i], row[2 * i + 1]] as const),
    );
    expect(dependence(across, 128)).toBeLessThan(1);
  });
});

describe("quantiles of sizes over wide ranges", () => {
  it("gammaQuantile is undone by the gamma tails for 20,000 random shapes and u", () => {
    for (let i = 0; i < 20_000; i++) {
      const shape = logUniform(0.05, 1e5);
      const u = draw();
      const x = gammaQuantile(u, shape);
      const ratio = u < 0.5 ? gammaLowerTail(shape, x) / u : gammaUpperTail(shape, x) / (1 - u);
      // x is rounded to 1e-16 of itself, which is sqrt(shape) 1e-16 standard deviations.
      expect(Math.abs(ratio - 1), `u ${u}, shape ${shape}`).toBeLessThan(2e-12);
    }
  });

  it("betaQuantile is undone by the beta tails for 20,000 random a, b and u", () => {
    for (let i = 0; i < 20_000; i++) {
      const a = logUniform(0.2, 1e4);
      const b = logUniform(0.2, 1e4);
      const u = draw();
      const x = betaQuantile(u, a, b);
      if (x > 0.9) continue; // where 1 - x has lost the digits that the check needs
      const ratio = u < 0.5 ? betaLowerTail(a, b, x, 1 - x) / u : betaLowerTail(b, a, 1 - x, x) / (1 - u);
      expect(Math.abs(ratio - 1), `u ${u}, a ${a}, b ${b}`).toBeLessThan(2e-12);
    }
  });
});

/** P(X = k) for k < last, and P(X >= last). */
function probabilitiesUpTo(last: number, mean: number): number[] {
  const probabilities = [Math.exp(-mean)];
  for (let k = 1; k < last; k++) probabilities.push((probabilities[k - 1] * mean) / k);
  return [...probabilities, 1 - probabilities.reduce((sum, p) => sum + p)];
}
