import { z } from "zod";

/** Any finite number: reports hold no NaN and no infinity (zod's numbers exclude both). */
export const finite = z.number();

export const isoDate = z.iso.date();

/** As `statistics/figure.ts`: a distribution over replications. */
export const figureSchema = z
  .object({
    mean: finite.describe("mean over the replications"),
    se: finite.describe("Monte Carlo standard error of the mean"),
    sd: finite.describe("standard deviation over the replications"),
    q05: finite.describe("5 % quantile"),
    q25: finite.describe("25 % quantile"),
    q50: finite.describe("median"),
    q75: finite.describe("75 % quantile"),
    q95: finite.describe("95 % quantile"),
    seQ05: finite.describe("standard error of the 5 % quantile"),
    seQ50: finite.describe("standard error of the median"),
    seQ95: finite.describe("standard error of the 95 % quantile"),
  })
  .meta({ id: "Figure", description: "A distribution over the replications" });

/** As `statistics/figure.ts`: one number and how sure it is. */
export const estimateSchema = z
  .object({ value: finite, se: finite.describe("Monte Carlo standard error of the value") })
  .meta({ id: "Estimate", description: "One number with its Monte Carlo standard error" });
