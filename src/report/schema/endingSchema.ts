import { z } from "zod";
import { endingCauses } from "../../plan/metrics.ts";
import { estimateSchema, figureSchema, isoDate } from "../figureSchema.ts";

const causeSchema = z.enum(endingCauses);

const datesSchema = z
  .object({ q05: isoDate, q50: isoDate, q95: isoDate })
  .describe("days of the last settlement: of those that ended, one in twenty by the first, half, and 95 %");

const curve = z.array(z.object({ date: isoDate, probability: estimateSchema })).readonly();

const aftermathSchema = z
  .object({
    replications: z.int().describe("replications that ended; all figures are over these"),
    members: figureSchema.describe("members with which it ended"),
    deposits: figureSchema.nullable().describe("deposits held then; null where members hold none"),
    cost: figureSchema.describe("aid, aid cut and fee after the end (run-off)"),
    cases: figureSchema,
    subsidy: figureSchema.describe("paid by the operator after the end, refunds too"),
    refunds: figureSchema.describe("contributions given back"),
    depositsReturned: figureSchema.nullable().describe("deposits given back at the end"),
    depositsLost: figureSchema.nullable().describe("deposits not given back"),
    paidPart: figureSchema
      .nullable()
      .describe("aid paid of the aid owed after the end, where any was owed; null: nowhere"),
  })
  .describe("What endings left behind");

export const endingSchema = z
  .object({
    probability: estimateSchema.describe("that the plan ends within the calendar"),
    cause: causeSchema.nullable().describe("the most frequent cause; null where no replication ended"),
    date: isoDate.nullable().describe("median day of the last settlement, among the replications that ended"),
    possible: z.array(causeSchema).readonly().describe("what the scenario's rules could end it by"),
    causes: z
      .array(z.object({ cause: causeSchema, probability: estimateSchema, dates: datesSchema }))
      .readonly()
      .describe("most frequent first"),
    survival: curve.describe(
      "probability of running beyond each settlement (Kaplan-Meier); errors from the blocks where a number is drawn `perBlock`",
    ),
    byCause: z
      .array(z.object({ cause: causeSchema, ended: curve }))
      .readonly()
      .describe(
        "probability of having ended by this cause up to each settlement (cumulative incidence): portions of all replications, because only the calendar's end censors",
      ),
    aftermath: aftermathSchema.nullable().describe("null where no replication ended"),
  })
  .meta({ id: "Ending", description: "When and why the plan (or pool) ended, over the replications" });
