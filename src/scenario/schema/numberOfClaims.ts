import { z } from "zod";
import { count, positiveFactor } from "../measures.ts";
import type { ClaimCount } from "../scenario.ts";
import { exactlyOne, quantity } from "./field.ts";

const negativeBinomialSchema = z.strictObject({
  mean: quantity(count).describe("Mean number of claims."),
  shape: quantity(positiveFactor).describe("Shape of the gamma: the variance is mean + mean^2 / shape."),
});

/** How many claims one member of a closed group has in one period. */
export const numberOfClaims = z
  .strictObject({
    poisson: quantity(count).optional().describe("Poisson distributed, with this mean."),
    geometric: quantity(count)
      .optional()
      .describe("Geometrically distributed from 0 on, with this mean: P(n) = p (1 - p)^n, mean (1 - p) / p."),
    negativeBinomial: negativeBinomialSchema
      .optional()
      .describe("Poisson distributed around a mean that is itself gamma distributed."),
  })
  .check((context) => exactlyOne(context, "poisson", "geometric", "negativeBinomial"))
  .transform(({ poisson, geometric, negativeBinomial }): ClaimCount => {
    if (poisson !== undefined) return { kind: "poisson", mean: poisson };
    if (geometric !== undefined) return { kind: "geometric", mean: geometric };
    return { kind: "negativeBinomial", mean: 0, shape: 1, ...negativeBinomial };
  });
