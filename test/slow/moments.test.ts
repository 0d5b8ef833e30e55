import { describe, expect, it } from "vitest";
import type { Distribution } from "../../src/random/distribution.ts";
import { limitedMean, meanUpTo } from "../../src/random/meanUpTo.ts";
import { meanOf, varianceOf } from "../../src/random/momentsOf.ts";
import { probabilityBelow, probabilityUpTo } from "../../src/random/probabilityOf.ts";
import { quantile } from "../../src/random/quantileOf.ts";
import { meanByIntegration } from "../random/byIntegration.ts";
import { exactTails } from "../random/exactTails.ts";
import { wideDistributions } from "../random/wideDistributions.ts";

const levels = [1e-6, 1e-3, 0.1, 0.4, 0.6, 0.9, 0.999, 1 - 1e-6];
const itself = (x: number) => x;
const one = () => 1;

/** What integrals are measured in: the size of a typical value. */
const sizeOf = (d: Distribution) => Math.sqrt(varianceOf(d) + meanOf(d) ** 2);
const label = (d: Distribution) => JSON.stringify(d);

describe("moments of every kind over the range used, beside numerical integration of exact distribution functions", () => {
  it.each(wideDistributions)("the mean and the variance of %j", (d) => {
    const mean = meanByIntegration(d, itself, one);
    expect(Math.abs(meanOf(d) - mean)).toBeLessThan(1e-9 * sizeOf(d));
    const square = (x: number) => (x - mean) ** 2;
    const variance = meanByIntegration(d, square, (x) => 2 * (x - mean));
    expect(Math.abs(varianceOf(d) / variance - 1)).toBeLessThan(isLarge(d) ? 1e-5 : 1e-7);
  });

  it.each(wideDistributions)(
    "the part of the mean up to a value, and the mean of what is limited, of %j",
    (d) => {
      for (const level of levels) {
        const x = quantile(d, level);
        const upTo = meanByIntegration(d, itself, one, x);
        const limited = upTo + x * exactTails(d, x).above;
        expect(Math.abs(meanUpTo(d, x) - upTo), `up to ${x}`).toBeLessThan(tolerance(d));
        expect(Math.abs(limitedMean(d, x) - limited), `limited to ${x}`).toBeLessThan(tolerance(d));
      }
    },
  );
});

describe("probabilities of every kind", () => {
  it("are the exact ones, from 1e-6 to 1 - 1e-6", () => {
    for (const d of wideDistributions) {
      for (const level of levels) {
        const x = quantile(d, level);
        const { atMost } = exactTails(d, x);
        const ours = probabilityUpTo(d, x);
        const relative = isLarge(d) ? 1e-7 : 1e-11;
        expect(Math.abs(ours - atMost), `${label(d)} at ${x}`).toBeLessThan(relative * atMost + 1e-15);
        expect(probabilityBelow(d, x)).toBe(probabilityUpTo(d, x));
      }
    }
  });
});

/** Where log-gamma, and so what is computed apart, has lost digits. */
function isLarge(d: Distribution): boolean {
  return (d.kind === "gamma" && d.shape > 1e4) || (d.kind === "beta" && d.alpha > 1e4);
}

function tolerance(d: Distribution): number {
  return (isLarge(d) ? 1e-8 : 1e-10) * sizeOf(d);
}
