import { z } from "zod";
import { type PeriodMetric, periodMetrics } from "../../plan/metrics.ts";
import { estimateSchema, figureSchema, isoDate } from "../figureSchema.ts";
import { endingSchema } from "./endingSchema.ts";
import { ledgerSchema } from "./ledgerSchema.ts";

const metricFigures = Object.fromEntries(
  periodMetrics.map(({ key, unit, meaning }) => [
    key,
    figureSchema.nullable().describe(`${meaning} (${unit})`),
  ]),
) as Record<PeriodMetric, z.ZodNullable<typeof figureSchema>>;

export const periodSchema = z
  .object({
    date: isoDate.describe("day of settlement"),
    running: estimateSchema.describe("probability that the plan (or pool) still runs"),
    ...metricFigures,
  })
  .meta({
    id: "Period",
    description:
      "Figures of members and shares count only the replications whose plan still runs, and are null where none does; cases and money also count the run-off",
  });

const byClass = z.record(z.string(), figureSchema);

export const yearSchema = z
  .object({
    year: z.int(),
    complete: z.boolean().describe("false where the calendar covers only a part of the year"),
    running: estimateSchema.describe(
      "probability that the plan (or pool) runs to the year's last settlement",
    ),
    share: figureSchema.describe("shares asked of one sharer, added up"),
    cases: figureSchema,
    denied: figureSchema.describe("claims refused for good"),
    aid: figureSchema.describe("aid paid"),
    aidCut: figureSchema.describe("aid owed but not paid"),
    fee: figureSchema,
    subsidy: figureSchema.describe("paid by the operator"),
    contributions: figureSchema.describe("paid by members"),
    refunds: figureSchema.describe("contributions given back"),
    members: figureSchema.describe("members at the year's last settlement"),
    deposits: figureSchema
      .nullable()
      .describe("deposits held at the year's last settlement; null where members hold none"),
    membersByClass: byClass.describe("of the whole plan only, like all figures by class"),
    shareByClass: byClass.describe(
      "what one sharer of the class is asked for; empty where all are of one class",
    ),
    expectedAidByClass: byClass.describe("the aid that one member of the class could expect"),
  })
  .meta({ id: "Year", description: "A calendar year" });

/** What is told of the whole plan and, alike, of each of several pools. */
export const seriesShape = {
  periods: z.array(periodSchema).readonly(),
  years: z.array(yearSchema).readonly(),
  total: z
    .record(z.string(), figureSchema)
    .describe("over the whole run: `cost`, `aid`, `cases`, `peakMembers`..."),
  ending: endingSchema,
};

export const poolSchema = z
  .object({
    name: z.string(),
    copies: z.int().describe("pools like this, reported together"),
    ...seriesShape,
    books: ledgerSchema,
  })
  .describe("One pool of several");
