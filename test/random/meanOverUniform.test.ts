import { describe, expect, it } from "vitest";
import { meanOverUniform } from "../../src/random/meanOverUniform.ts";
import { normalQuantile } from "../../src/random/normalQuantile.ts";

describe("meanOverUniform", () => {
  it("is exact for polynomials, to rounding", () => {
    expect(meanOverUniform(() => 1)).toBeCloseTo(1, 13);
    expect(meanOverUniform((u) => u ** 3)).toBeCloseTo(1 / 4, 13);
  });

  it("bears infinite ends", () => {
    expect(meanOverUniform((u) => -Math.log(u))).toBeCloseTo(1, 12);
    expect(meanOverUniform((u) => -Math.log1p(-u))).toBeCloseTo(1, 12);
    expect(meanOverUniform((u) => normalQuantile(u) ** 2)).toBeCloseTo(1, 11);
    expect(meanOverUniform((u) => normalQuantile(u) ** 4)).toBeCloseTo(3, 9);
  });
});
