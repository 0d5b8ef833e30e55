import { z } from "zod";

/*
 * What a scenario assumes, in numbers: the pictures, what can be expected of it, what is uncertain and what is implausible. Words are
 * made from it, and from the scenario, elsewhere.
 */

const finite = z.number();
const isoDate = z.iso.date();
const sex = z.enum(["male", "female"]);

const pointSchema = z.object({
  x: z
    .union([finite, isoDate])
    .describe("age in years, years since joining, settlements, a share per year, or a day"),
  y: finite.describe("at the means of uncertain numbers"),
  low: finite.optional().describe("5 % quantile, where it is uncertain"),
  high: finite.optional().describe("95 % quantile"),
});

const seriesSchema = z.object({
  name: z.string().describe("class, illness, table or kind; empty where the picture has one thing only"),
  sex: sex.nullable().describe("null: of both"),
  from: isoDate.nullable().describe("the stage from which it holds; null: it is none of the scenario's"),
  points: z.array(pointSchema).readonly(),
});

const pictureSchema = z.object({
  kind: z.enum([
    "incidence",
    "illness",
    "select",
    "delay",
    "lapse",
    "joins",
    "benefit",
    "ages",
    "target",
    "inflow",
    "mortality",
    "fee",
    "caps",
  ]),
  about: z.string().describe("the illness, where the picture is of one; else empty"),
  series: z.array(seriesSchema).readonly(),
});

const uncertainSchema = z.object({
  path: z.string(),
  mean: finite.describe("in the scenario's units: money, rates per year, portions, days"),
  q05: finite,
  q95: finite,
  sd: finite,
  drawn: z
    .enum(["perReplication", "perBlock"])
    .describe("`perBlock`: once per block of replications, because it reshapes the plan"),
});

const expectedSchema = z.object({
  from: isoDate,
  firstShare: finite.describe("of a year, once waiting is over, of members as old as joiners"),
  laterShare: finite.describe(
    "the same when the calendar ends: the select effect worn off, trend and inflation",
  ),
});

const warningKinds = [
  "incidence",
  "lapse",
  "waiting",
  "noWaiting",
  "delay",
  "smallClass",
  "select",
  "relativeRisk",
  "fee",
  "cap",
  "benefit",
  "trend",
  "variation",
  "minimumMembers",
  "target",
  "event",
] as const;

export const warningSchema = z.object({
  kind: z.enum(warningKinds),
  pools: z.array(z.string()).readonly().describe("the pools of which it is true; empty: of the plan"),
  stage: isoDate.describe("from when on"),
  about: z.string().describe("the class, illness, event or number; empty where there is but one"),
  more: z
    .int()
    .describe("how many more like it there are in the same pool: other classes, illnesses or numbers"),
  age: z.int().nullable(),
  sex: sex.nullable(),
  found: finite,
  limit: finite.describe("what would still be plausible"),
  path: z.string(),
  file: z.string(),
  line: z.int(),
  column: z.int(),
});

const poolSchema = z.object({
  name: z.string().describe("empty where the plan has one pool only"),
  copies: z.int(),
  mostMembers: finite.describe("at most, if nobody leaves"),
  expected: z.array(expectedSchema).readonly().describe("by stage"),
  pictures: z.array(pictureSchema).readonly(),
});

export const explanationSchema = z.object({
  pools: z.array(poolSchema).readonly(),
  uncertain: z.array(uncertainSchema).readonly(),
  warnings: z.array(warningSchema).readonly(),
});

export type Explanation = z.infer<typeof explanationSchema>;
export type ExplainedPool = Explanation["pools"][number];
export type Expected = ExplainedPool["expected"][number];
export type Picture = z.infer<typeof pictureSchema>;
export type Series = Picture["series"][number];
export type Point = Series["points"][number];
export type UncertainRange = Explanation["uncertain"][number];
export type Warning = Explanation["warnings"][number];
