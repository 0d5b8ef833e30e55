import { z } from "zod";
import { estimateSchema, figureSchema, finite } from "../figureSchema.ts";

const stepSchema = z
  .object({ replications: z.int(), value: finite, se: finite })
  .meta({ id: "Step", description: "mean of the first so many replications, with its standard error" });

const splitSchema = z
  .object({
    claims: estimateSchema.describe(
      "claims and their amounts; in the exact engine also who joins, leaves and dies",
    ),
    shocks: estimateSchema.describe(
      "yearly levels of incidence, events that may happen, closing from outside",
    ),
    parameters: estimateSchema.describe("the scenario’s uncertain numbers"),
  })
  .meta({
    id: "VarianceSplit",
    description:
      "parts of the variance, from the outside in; they add up to 1, and one may be a little below 0 by chance",
  });

const headlineSchema = z.object({
  name: z.string().describe("`years.2020.share`, `total.cost`, as questions name it"),
  figure: figureSchema,
  convergence: z.array(stepSchema).readonly().describe("the first n, 2n, 4n ... replications"),
  variance: splitSchema.nullable().describe("null where it was not split, or the figure does not vary"),
});

const goalSchema = z.object({
  ask: z.string(),
  value: finite.nullable(),
  se: finite.nullable(),
  most: finite.describe("the largest standard error that was allowed"),
  isRelative: z.boolean().describe("`most` is a part of the value, not in its unit"),
  isReached: z.boolean(),
  needed: z.int().nullable().describe("replications that it takes, roughly; null where that cannot be said"),
});

/** How sure the figures are, and why. */
export const certaintySchema = z.object({
  headlines: z.array(headlineSchema).readonly(),
  varianceFrom: z
    .enum(["claims", "split", "leftOut"])
    .describe("`claims`: nothing else varies; `leftOut`: not looked into"),
  varianceReplications: z.int().describe("replications that were replayed with other luck; 0 where none was"),
  goals: z.array(goalSchema).readonly().describe("what `--precision` asked for"),
  limit: z.int().nullable().describe("the most replications a run with such goals may take; null without"),
});
