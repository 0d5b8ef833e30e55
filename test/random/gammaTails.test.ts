import { describe, expect, it } from "vitest";
import { gammaLowerTail, gammaUpperTail } from "../../src/random/gammaTails.ts";

/** Reference values: mpmath 1.3.0 with 40 digits. */
const close = (ours: number, theirs: number) => expect(Math.abs(ours / theirs - 1)).toBeLessThan(1e-13);

describe("gammaLowerTail", () => {
  it("is the regularised incomplete gamma function", () => {
    close(gammaLowerTail(2, 3), 0.8008517265285442);
    close(gammaLowerTail(0.5, 1e-3), 0.03567059172967989);
    close(gammaLowerTail(100, 80), 0.017108313035133115);
    close(gammaLowerTail(1000, 1000), 0.5042052441802155);
  });

  it("goes from 0 to 1", () => {
    expect([gammaLowerTail(3, 0), gammaLowerTail(3, Number.POSITIVE_INFINITY)]).toEqual([0, 1]);
  });
});

describe("gammaUpperTail", () => {
  it("keeps its digits far out", () => {
    close(gammaUpperTail(2, 3), 0.19914827347145578);
    close(gammaUpperTail(0.5, 20), 2.539628589470865e-10);
    close(gammaUpperTail(100, 140), 0.00016105717471255585);
    close(gammaUpperTail(1000, 1000), 0.4957947558197845);
  });

  it("makes 1 together with the lower tail", () => {
    for (const x of [0.1, 3.9, 4.1, 30])
      expect(gammaUpperTail(3, x) + gammaLowerTail(3, x)).toBeCloseTo(1, 15);
  });
});
