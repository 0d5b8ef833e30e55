import { z } from "zod";
import { estimateSchema, finite } from "../figureSchema.ts";

const factorSchema = z.object({
  key: z
    .string()
    .describe("a cause as the scenario key `without` names it, or `rest`; by accounting: a term"),
  label: z.string(),
  meaning: z.string(),
  factor: estimateSchema,
  least: finite.optional().describe("the least that the two orders of switching the causes on give"),
  most: finite.optional(),
});

const spanShape = {
  from: z.int().describe("a year"),
  to: z.int().describe("a later one"),
  ratio: estimateSchema.describe("yearly share of `to` over that of `from`"),
  factors: z.array(factorSchema).readonly().describe("they multiply to `ratio` exactly"),
};

export const growthAccountingSchema = z.object({
  ...spanShape,
  replications: z.int().describe("replications that have all factors; the geometric means are over these"),
  leftOut: z.int().describe("replications without: the plan ended before, or a factor is 0 or not defined"),
});

const seriesShape = {
  ...spanShape,
  replications: z
    .int()
    .describe("replications that ran through all years compared, whatever is switched off"),
  leftOut: z.int().describe("replications that did not"),
  steps: z
    .array(z.object(spanShape))
    .readonly()
    .describe("from each year compared to the next, where there are more than two"),
};

export const costGrowthSchema = z.object({
  method: z
    .enum(["causes", "accounting"])
    .describe(
      "causes: a factor is the growth of the expected share with a cause over that without it, by simulating without, averaged over two orders of switching causes on; accounting (with `--quick`): `accounting`, geometric means",
    ),
  simulations: z.int().describe("further simulations that it took"),
  ...seriesShape,
  pools: z
    .array(z.object({ name: z.string(), ...seriesShape }))
    .readonly()
    .describe("the same of each pool, where there are several"),
  accounting: growthAccountingSchema
    .nullable()
    .describe("a product of indices in each replication, compared between the two years; not a causal split"),
});
