import { z } from "zod";
import { finite, isoDate } from "./figureSchema.ts";
import { certaintySchema } from "./schema/certaintySchema.ts";
import type { endingSchema } from "./schema/endingSchema.ts";
import { exactSchema } from "./schema/exactSchema.ts";
import { costGrowthSchema, type growthAccountingSchema } from "./schema/growthSchema.ts";
import { booksSchema, type ledgerSchema } from "./schema/ledgerSchema.ts";
import { publishedSchema } from "./schema/publishedSchema.ts";
import { adverseSelectionSchema } from "./schema/selectionSchema.ts";
import { type periodSchema, poolSchema, seriesShape, type yearSchema } from "./schema/seriesSchema.ts";
import { copiesSchema, sharingSchema } from "./schema/sharingSchema.ts";

/*
 * report.json, described once: the types every renderer works from and the JSON Schema that is shipped are both
 * derived from the zod schemas below, so that neither can drift from the other.
 */

const histogramSchema = z.object({
  figure: z.string().describe("`years.2020.share`, `total.share`"),
  bins: z
    .array(z.object({ from: finite, to: finite, portion: finite.describe("of the replications") }))
    .readonly()
    .describe("from (included) to (excluded, but of the last bin)"),
});

const historySchema = z.object({
  date: isoDate,
  figure: z
    .string()
    .describe(
      "`share`, `sharers`... of the period settled on or last before the date, or `years.share`... of its year; of one pool with `[pool=NAME]`",
    ),
  observed: finite,
  simulated: z
    .object({ q05: finite.nullable(), q50: finite.nullable(), q95: finite.nullable() })
    .nullable()
    .describe("null where the simulation has no such figure"),
  input: z
    .boolean()
    .describe("the scenario makes the simulation follow it (`joining.target`): agreement is no evidence"),
  source: z.string(),
});

const assumptionSchema = z.object({
  path: z.string(),
  value: z.string().describe("as written"),
  note: z.string().describe("the comment beside it: why, and from where"),
  from: z.string().describe("the file, or `--set`"),
  uncertain: z
    .enum(["perReplication", "perBlock"])
    .nullable()
    .describe(
      "how often it is drawn; `perBlock`: once per `blockSize` replications, because it reshapes the plan; null: known",
    ),
});

export const reportSchema = z.object({
  fentan: z.string().describe("version of fentan that wrote the report"),
  scenario: z.object({
    title: z.string(),
    purpose: z.string(),
    currency: z.string(),
    file: z.string(),
    overrides: z
      .array(z.string())
      .readonly()
      .describe("`--set` options as given, and what `-n`, `--seed` and `--engine` are short for"),
    asked: z.array(z.string()).readonly().describe("`--ask` options, as given"),
  }),
  headline: z.string().describe("what happened to the plan and how sure that is, in one or two sentences"),
  engine: z.enum(["exact", "fast"]),
  engineReason: z.string().describe("why this engine"),
  engineBound: finite
    .nullable()
    .describe(
      "bound on the total variation distance of a period's claim count from the exact law (fast engine), at the central values of uncertain numbers and without shocks",
    ),
  replications: z.int(),
  replicationsAsked: z.int().describe("more than `replications` where the run was interrupted"),
  blockSize: z
    .int()
    .describe(
      "replications of a block, over which what is common to all members is spread evenly; they share what is drawn `perBlock`",
    ),
  clustered: z.boolean().describe("whether standard errors are taken from blocks"),
  seed: z.string(),
  digest: z.string().describe("SHA-256 over all results, hexadecimal"),
  calendar: z.object({ from: isoDate, to: isoDate, periodsPerYear: finite }),
  classes: z.array(z.string()).readonly(),
  ...seriesShape,
  costGrowth: costGrowthSchema
    .nullable()
    .describe(
      "null where fewer than two years can be compared, or (by accounting) one replication in ten has a year without a share",
    ),
  adverseSelection: adverseSelectionSchema,
  books: booksSchema,
  sharing: sharingSchema,
  copies: z.array(copiesSchema).readonly().describe("of pools of which there are several alike"),
  pools: z
    .array(poolSchema)
    .readonly()
    .describe(
      "where there are several; what is above is of all together, and a share then a mean over sharers",
    ),
  distributions: z.array(histogramSchema).readonly().describe("histograms over the replications"),
  certainty: certaintySchema,
  exact: exactSchema,
  published: publishedSchema,
  answers: z
    .array(
      z.object({
        ask: z.string(),
        value: finite.nullable().describe("null where the question has no finite answer"),
        se: finite.nullable(),
        unmet: z.boolean().optional().describe("true: no replication meets the question’s condition"),
      }),
    )
    .readonly(),
  history: z.array(historySchema).readonly().describe("what was observed beside what was simulated"),
  marks: z
    .array(z.object({ date: isoDate, label: z.string() }))
    .readonly()
    .describe("days on which the scenario changes something: rules, an announced closing, events"),
  assumptions: z.array(assumptionSchema).readonly(),
});

/** A finished run in figures: `report.json` is this, and every other rendering is made from it alone. */
export type Report = z.infer<typeof reportSchema>;
export type ReportPool = z.infer<typeof poolSchema>;
export type ReportPeriod = z.infer<typeof periodSchema>;
export type ReportYear = z.infer<typeof yearSchema>;
export type Ending = z.infer<typeof endingSchema>;
export type Aftermath = NonNullable<Ending["aftermath"]>;
export type CostGrowth = z.infer<typeof costGrowthSchema>;
export type GrowthAccounting = z.infer<typeof growthAccountingSchema>;
export type AdverseSelection = z.infer<typeof adverseSelectionSchema>;
export type Ledger = z.infer<typeof ledgerSchema>;
export type Books = z.infer<typeof booksSchema>;
export type Sharing = z.infer<typeof sharingSchema>;
export type Copies = z.infer<typeof copiesSchema>;
export type Certainty = z.infer<typeof certaintySchema>;
export type Exact = z.infer<typeof exactSchema>;
export type Histogram = z.infer<typeof histogramSchema>;
export type Answer = Report["answers"][number];
export type HistoryPoint = z.infer<typeof historySchema>;
export type Mark = Report["marks"][number];
export type ReportAssumption = z.infer<typeof assumptionSchema>;
