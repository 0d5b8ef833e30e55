import { describe, expect, it } from "vitest";
import { negativeBinomialQuantile } from "../../src/random/negativeBinomialQuantile.ts";
import { poissonQuantile } from "../../src/random/poissonQuantile.ts";
import { besideR, wrongSteps } from "./reference.ts";

/** In the order of R's rows: u, shape, mean. */
const inOrderOfR = (u: number, shape: number, mean: number) => negativeBinomialQuantile(u, mean, shape);

describe("negativeBinomialQuantile", () => {
  it("agrees with R from strong to hardly any overdispersion", () => {
    const rows = besideR("negativeBinomial", inOrderOfR);
    expect(rows.filter(({ ours, theirs }) => ours !== theirs)).toEqual([]);
  });

  it("steps to the next count where the distribution function does", () => {
    expect(wrongSteps("negativeBinomialSteps", inOrderOfR)).toEqual([]);
  });

  it("is 0 for mean 0", () => {
    expect(negativeBinomialQuantile(0.999, 0, 2)).toBe(0);
  });

  it("becomes the Poisson quantile for a large shape", () => {
    for (const u of [0.01, 0.3, 0.6, 0.99]) {
      expect(negativeBinomialQuantile(u, 12.3, 1e8)).toBe(poissonQuantile(u, 12.3));
    }
  });
});
