import { z } from "zod";
import { estimateSchema, figureSchema } from "../figureSchema.ts";

const ruleSchema = z.object({
  pool: z.string().describe("empty where the plan has one pool only"),
  rule: z
    .string()
    .describe("by what the cost is divided at the start: `equal`, `class`, `conditionalMean`..."),
  increasingInTotal: z
    .enum(["yes", "no", "not a function of the total"])
    .describe("whether nobody's share falls when the total grows"),
});

const classSchema = z.object({
  name: z.string(),
  share: figureSchema.describe("what one sharer of the class is asked for over the whole run"),
  expectedAid: figureSchema.describe("the aid that one member of the class could expect"),
  ratio: estimateSchema.nullable().describe("mean share over mean expected aid; null where none is expected"),
  difference: estimateSchema.describe(
    "mean share less mean expected aid: above 0, what one bears for others",
  ),
});

/** Who pays for whom. */
export const sharingSchema = z.object({
  rules: z.array(ruleSchema).readonly(),
  classes: z.array(classSchema).readonly().describe("empty where all are of one class"),
});

/** How many pools alike differ. */
export const copiesSchema = z.object({
  pool: z.string().describe("empty where the plan has one pool only"),
  copies: z.int(),
  ended: figureSchema.describe("copies that ended"),
  cut: figureSchema.describe("copies that paid less aid than they owed"),
  shareSd: figureSchema.describe("standard deviation over the copies of what one sharer was asked for"),
  shareQ05: figureSchema,
  shareQ50: figureSchema,
  shareQ95: figureSchema,
  shareMost: figureSchema,
});
