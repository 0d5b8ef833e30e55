import { describe, expect, it } from "vitest";
import { purposes } from "../../src/random/purpose.ts";
import { seedKey } from "../../src/random/seedKey.ts";
import { stratifiedUniforms } from "../../src/random/stratifiedUniform.ts";
import { uniformAt } from "../../src/random/uniformAt.ts";
import { chiSquare, chiSquareBound } from "./chiSquare.ts";

const key = seedKey("strata");
const level = purposes.parameter("cover.level");
const numbers = (first: number, count: number, strata: number, purpose = level, index = 0) =>
  stratifiedUniforms(key, first, count, strata, purpose, index);

describe("stratified uniform numbers", () => {
  it("fall one into each part of a block", () => {
    for (const block of [0, 1, 7]) {
      const parts = Array.from(numbers(128 * block, 128, 128), (u) => Math.floor(u * 128));
      expect(parts.sort((a, b) => a - b)).toEqual([...Array(128).keys()]);
    }
  });

  it("belong to their replication, whatever others are drawn with it", () => {
    const all = numbers(0, 300, 128);
    expect([...numbers(100, 60, 128)]).toEqual([...all.subarray(100, 160)]);
    expect(numbers(255, 1, 128)[0]).toBe(all[255]);
  });

  it("are independent ones where each is a block of its own", () => {
    expect([...numbers(5, 3, 1)]).toEqual(
      [5, 6, 7].map((replication) => uniformAt(key, replication, level, 0)),
    );
  });

  it("are each uniform: the part into which a place of the block falls differs from block to block", () => {
    const blocks = 4000;
    const observed = new Float64Array(16);
    for (let block = 0; block < blocks; block++)
      observed[Math.floor(16 * numbers(16 * block + 3, 1, 16)[0])]++;
    expect(chiSquare(observed, () => blocks / 16)).toBeLessThan(chiSquareBound(15));
  });

  it("have orders of their own for another block, purpose or index", () => {
    const orders = [
      numbers(0, 128, 128),
      numbers(128, 128, 128),
      numbers(0, 128, 128, purposes.yearlyShock()),
      numbers(0, 128, 128, level, 1),
    ].map((of) => Array.from(of, (u) => Math.floor(u * 128)));
    for (const [i, one] of orders.entries()) {
      for (const other of orders.slice(i + 1)) {
        const alike = one.filter((part, at) => part === other[at]).length;
        // Poisson with mean 1.
        expect(alike).toBeLessThan(8);
        const product = one.reduce((sum, part, at) => sum + (part - 63.5) * (other[at] - 63.5), 0);
        expect(Math.abs(product / 128 / (128 ** 2 / 12))).toBeLessThan(4 / Math.sqrt(128));
      }
    }
  });

  it("make a mean of what depends on one number far surer, and never less sure what depends on two together", () => {
    const varianceOfMeans = (f: (u: number, v: number) => number) => {
      const means = Array.from({ length: 2000 }, (_, block) => {
        const [u, v] = [numbers(16 * block, 16, 16), numbers(16 * block, 16, 16, level, 1)];
        return u.reduce((sum, one, i) => sum + f(one, v[i]), 0) / 16;
      });
      const mean = means.reduce((sum, one) => sum + one, 0) / means.length;
      return means.reduce((sum, one) => sum + (one - mean) ** 2, 0) / means.length;
    };
    // Independent: 1 / 12 / 16. Of 16 parts with a uniform place in each: 1 / 12 / 16^3.
    expect(varianceOfMeans((u) => u) * 12 * 16 ** 3).toBeGreaterThan(0.85);
    expect(varianceOfMeans((u) => u) * 12 * 16 ** 3).toBeLessThan(1.15);
    // A product about the centre: independent, 1 / 144 / 16; at most 16 / 15 times that.
    const ratio = varianceOfMeans((u, v) => (u - 0.5) * (v - 0.5)) * 144 * 16;
    expect(ratio).toBeLessThan((16 / 15) * 1.15);
  });
});
