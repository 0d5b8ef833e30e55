import { describe, expect, it } from "vitest";
import { purposes } from "../../src/random/purpose.ts";
import { seedKey } from "../../src/random/seedKey.ts";
import { uniformAt } from "../../src/random/uniformAt.ts";
import { dependence, unevenness } from "./chiSquare.ts";

const key = seedKey("fentan");
const DRAWS = 65_536;
const draws = <T>(draw: (i: number) => T) => Array.from({ length: DRAWS }, (_, i) => draw(i));

describe("uniformAt", () => {
  it("gives what a separate implementation in Python 3 gives", () => {
    expect(uniformAt(key, 17, purposes.yearlyShock(), 2019)).toBe(0.9033323258827722);
  });

  it("takes replications beyond 2^32", () => {
    expect(uniformAt(key, 2 ** 52 + 5, 12345, 7)).toBe(0.30365430927486636); // Python 3, too
    expect(uniformAt(key, 5, 12345, 7)).not.toBe(uniformAt(key, 2 ** 32 + 5, 12345, 7));
  });

  it("does not depend on what was drawn before", () => {
    const first = uniformAt(key, 1, 2, 3);
    uniformAt(key, 9, 9, 9);
    expect(uniformAt(key, 1, 2, 3)).toBe(first);
  });

  it("is uniform along replications, purposes and indices", () => {
    expect(
      unevenness(
        draws((i) => uniformAt(key, i, 1, 2)),
        256,
      ),
    ).toBeLessThan(1);
    expect(
      unevenness(
        draws((i) => uniformAt(key, 1, i, 2)),
        256,
      ),
    ).toBeLessThan(1);
    expect(
      unevenness(
        draws((i) => uniformAt(key, 1, 2, i)),
        256,
      ),
    ).toBeLessThan(1);
  });

  it("gives neighbouring replications, purposes, indices and keys independent draws", () => {
    const at = (r: number, p: number, i: number, k = key) => uniformAt(k, r, p, i);
    expect(dependence(draws((i) => [at(2 * i, 1, 1), at(2 * i + 1, 1, 1)] as const))).toBeLessThan(1);
    expect(dependence(draws((i) => [at(i, 1, 1), at(i, 2, 1)] as const))).toBeLessThan(1);
    expect(dependence(draws((i) => [at(i, 1, 1), at(i, 1, 2)] as const))).toBeLessThan(1);
    const nextKey = [key[0] + 1, key[1]] as const;
    expect(dependence(draws((i) => [at(i, 1, 1), at(i, 1, 1, nextKey)] as const))).toBeLessThan(1);
  });
});
