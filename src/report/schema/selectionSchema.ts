import { z } from "zod";
import { estimateSchema, figureSchema, finite, isoDate } from "../figureSchema.ts";

const classSchema = z.object({
  name: z.string(),
  relativeRisk: finite,
  portionOfJoiners: finite.describe("part of the joiners at the start"),
  portionAtYearEnd: z.array(z.object({ year: z.int(), portion: estimateSchema })).readonly(),
});

const yearSchema = z
  .object({
    year: z.int(),
    replications: z.int().describe("that ran to the year's last settlement; all figures are over these"),
    riskOfMembers: figureSchema.describe(
      "mean relative risk of the members at the year's last settlement, against joiners at the start",
    ),
    change: estimateSchema.describe("of the mean relative risk over the year; in the first one, from 1"),
    byLeaving: estimateSchema.describe(
      "the part of `change` by who lapses or defaults: settlement by settlement cov(w, r) / mean(w), w the part of each class expected to stay, r its relative risk (Price's equation)",
    ),
    byJoining: estimateSchema.describe("the part of `change` by who joins"),
    byRest: estimateSchema.describe(
      "what is left of `change`: claims that end membership, deaths, age limits, other pools, changed rules, and chance",
    ),
    multipleOfStayers: figureSchema.describe(
      "Dukes & MacDonald's: mean relative risk of the members over what it were with base lapse only",
    ),
  })
  .describe("Who stayed, in one calendar year");

const transferSchema = z
  .object({
    year: z.int(),
    name: z.string().describe("of the class"),
    asked: estimateSchema.describe("what all its sharers were asked for in the year"),
    expectedAid: estimateSchema.describe("the aid that its members could expect, if none is refused"),
    transfer: estimateSchema.describe(
      "what it was asked for beyond its part by expected aid: above 0 it pays for other classes; the classes' sum is 0",
    ),
    askedPerHead: estimateSchema,
    expectedAidPerHead: estimateSchema,
    differencePerHead: estimateSchema.describe("asked less expected aid, of one member"),
  })
  .describe("What one class paid and could expect in a year, simulated");

const ageGroupSchema = z.object({
  ages: z.string().describe("`18–29`"),
  sex: z.enum(["men", "women"]),
  members: finite.describe("mean number over the year"),
  asked: finite.describe("what one bears of the year's expected aid, by the rule of sharing"),
  expectedAid: finite.describe("the aid that one can expect in the year"),
  difference: finite.describe("asked less expected aid: above 0 one bears aid of others"),
});

const byAgeSchema = z
  .object({
    pool: z.string().describe("empty where the plan has one pool only"),
    year: z.int(),
    passed: finite.describe("money a year that passes from groups that bear more than they can expect"),
    groups: z.array(ageGroupSchema).readonly(),
  })
  .describe(
    "Central values, not simulated: rates and amounts at the means of uncertain numbers, without shocks; joiners and leavers as simulated on average",
  );

const spiralSchema = z
  .object({
    definition: z.string(),
    probability: estimateSchema.describe("that there is one while the plan runs"),
    dates: z
      .object({ q05: isoDate, q50: isoDate, q95: isoDate })
      .nullable()
      .describe("days of the settlement at which it began, among the replications with one; null: none has"),
  })
  .describe("What the scenario calls a spiral");

/** Who stays, and who pays for whom because of it. */
export const adverseSelectionSchema = z.object({
  selectionIndexAtEnd: figureSchema
    .nullable()
    .describe(
      "mean relative risk of the covered over that of joiners at the start, at the last period with members",
    ),
  classes: z.array(classSchema).readonly(),
  years: z.array(yearSchema).readonly().describe("empty where all are of one class"),
  transfers: z
    .array(transferSchema)
    .readonly()
    .describe("years in which shares were asked; empty where all are of one class"),
  byAge: z
    .array(byAgeSchema)
    .readonly()
    .describe("of the pools that have ages, in the last complete year with a share"),
  spiral: spiralSchema.nullable().describe("null where the scenario calls nothing a spiral"),
});
