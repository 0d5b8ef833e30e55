import { z } from "zod";
import { finite } from "../figureSchema.ts";

const verdict = z
  .enum(["agrees", "differs", "no answer"])
  .describe("within 4 standard errors; two engines: at a distance that one sample in a hundred exceeds");

const numberSchema = z.object({
  kind: z.literal("number"),
  quantity: z.string().describe("what it is, in words"),
  ask: z.string(),
  source: z.string(),
  published: finite,
  rounded: finite.describe("unit of the last digit published; 0: exact"),
  publishedError: finite.describe("standard error of the published number; 0: it was calculated"),
  ours: finite.nullable().describe("null where the question has no finite answer"),
  se: finite.nullable().describe("Monte Carlo standard error of ours; 0: the same in every replication"),
  difference: finite
    .nullable()
    .describe(
      "ours minus published, less the half unit that rounding explains, in standard errors; null: no answer, or no agreement though nothing is random",
    ),
  verdict,
});

const enginesSchema = z.object({
  kind: z.literal("sameInBothEngines"),
  quantity: z.string(),
  figure: z.string(),
  source: z.string(),
  distance: finite.nullable().describe("largest distance of the two engines’ distribution functions"),
  critical: finite
    .nullable()
    .describe("what two samples of one distribution exceed in one case of a hundred"),
  verdict,
});

/** As `statistics/published/published.ts`: published numbers beside ours. */
export const publishedSchema = z
  .array(z.discriminatedUnion("kind", [numberSchema, enginesSchema]))
  .readonly()
  .describe("numbers that others have published of this plan, beside ours");
