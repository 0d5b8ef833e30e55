import { z } from "zod";
import { estimateSchema, figureSchema, finite, isoDate } from "../report/figureSchema.ts";
import { endingSchema } from "../report/schema/endingSchema.ts";

/*
 * comparison.json, described once, as report.json is: the types that renderings work from and the JSON Schema come from these schemas.
 */

const letter = z.string().describe("a run by its place on the command line: `a` is the base, `b` the next");

const intervalSchema = z
  .object({
    mean: finite,
    se: finite.describe("Monte Carlo standard error of the mean"),
    q025: finite.describe("lower end of the 95 % confidence interval of the mean"),
    q975: finite.describe("its upper end"),
  })
  .meta({ id: "Interval", description: "A number with its Monte Carlo error" });

const runSchema = z.object({
  letter,
  name: z.string().describe("of its folder, or of its scenario file"),
  path: z.string().describe("as given"),
  title: z.string(),
  fentan: z.string().describe("version of fentan that simulated it"),
  engine: z.enum(["exact", "fast"]),
  seed: z.string(),
  replications: z.int(),
  compared: z.int().describe("the first so many replications are compared"),
  digest: z.string().describe("SHA-256 over all results, hexadecimal"),
  calendar: z.object({ from: isoDate, to: isoDate }),
  command: z.string().describe("comes to the same numbers"),
  ending: endingSchema
    .pick({ probability: true, cause: true, date: true, causes: true })
    .describe("over all replications"),
});

const assumptionSchema = z
  .object({
    path: z.string().describe("where in the scenario: `sharing.fee`"),
    values: z.array(z.string().nullable()).readonly().describe("as written, run by run; null: not stated"),
    notes: z
      .array(z.string().nullable())
      .readonly()
      .describe("the comments beside them: why, and from where"),
  })
  .meta({ id: "DifferingAssumption", description: "A leaf of the scenarios that differs" });

const pairingSchema = z.object({
  kind: z
    .enum(["paired", "unpaired"])
    .describe("paired: replication r of both had the same luck, so that errors are those of the differences"),
  gain: finite
    .nullable()
    .describe("standard error of the difference without pairing over that with it; null where there is none"),
});

const metricSchema = z
  .object({
    name: z
      .string()
      .describe("`years.2020.share`, `total.cost[pool=ci]`, as questions name it; `ending.probability` too"),
    run: letter.describe("the run that is compared with the base"),
    values: z
      .array(figureSchema.nullable())
      .readonly()
      .describe("of the base and of this run; null where a replication’s number is infinite"),
    difference: intervalSchema.nullable().describe("mean of this run less that of the base"),
    ratio: intervalSchema.nullable().describe("mean of this run over that of the base; null where that is 0"),
    pairing: pairingSchema,
  })
  .meta({ id: "ComparedMetric", description: "One figure of a run beside the base’s" });

const pairSchema = z.object({
  run: letter,
  kind: pairingSchema.shape.kind,
  replications: z.int().describe("of each that are compared"),
  clustered: z.boolean().describe("whether errors are taken from blocks"),
  why: z.string().describe("why paired or not"),
  gain: finite.nullable().describe("median over the figures"),
});

const cheaperSchema = z.object({
  run: letter,
  figure: z.string().describe("what a member is asked for: over the whole run, or in the last common year"),
  baseLess: estimateSchema.describe(
    "probability that the base asks for less than this run, in the same replication (unpaired: in any two)",
  ),
  equal: estimateSchema.describe("that both ask for the same"),
});

const conditionSchema = z.object({
  condition: z.string(),
  holds: z.boolean(),
  values: z
    .array(z.object({ name: z.string(), mean: finite.nullable().describe("null: infinite") }))
    .readonly(),
});

export const comparisonSchema = z.object({
  fentan: z.string().describe("version of fentan that compared"),
  currency: z.string(),
  runs: z.array(runSchema).readonly().describe("the first is the base"),
  assumptions: z
    .array(assumptionSchema)
    .readonly()
    .describe("what differs between the scenarios; equal ones are left out"),
  findings: z.array(z.string()).readonly().describe("the largest differences in words"),
  pairs: z.array(pairSchema).readonly().describe("each further run beside the base"),
  cheaper: z.array(cheaperSchema).readonly(),
  metrics: z.array(metricSchema).readonly().describe("one for each figure and further run that has it"),
  failIf: z.array(conditionSchema).readonly().describe("`--fail-if` conditions"),
});

/** Runs side by side, in figures: `comparison.json`. */
export type Comparison = z.infer<typeof comparisonSchema>;
export type RunFacts = Comparison["runs"][number];
export type DifferingAssumption = Comparison["assumptions"][number];
export type ComparedMetric = Comparison["metrics"][number];
export type Pair = Comparison["pairs"][number];
export type Cheaper = Comparison["cheaper"][number];
export type Condition = Comparison["failIf"][number];
