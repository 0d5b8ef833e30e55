import { z } from "zod";
import { explanationSchema, warningSchema } from "../../explain/explanation.ts";

const sourceSchema = z.object({
  path: z.string(),
  value: z.string().describe("as written"),
  note: z.string().describe("the comment beside it: why, and from where"),
  file: z.string().describe("the file, or `--set`"),
  line: z.int(),
});

const toldSchema = z.object({
  id: z.string(),
  title: z.string(),
  pools: z.array(z.string()).readonly().describe("the pools of which it is true; empty: of the plan"),
  blocks: z
    .array(z.object({ from: z.iso.date(), sentences: z.array(z.string()).readonly() }))
    .readonly()
    .describe("all of it from the start; of later stages what changes"),
  sources: z.array(sourceSchema).readonly(),
});

const wordsSchema = z.object({ found: z.string(), plausible: z.string(), why: z.string() });

/** explain.json: what a scenario assumes, in numbers and in words. Every rendering is made from it alone. */
export const explainedSchema = z.object({
  fentan: z.string().describe("version of fentan"),
  scenario: z.object({
    title: z.string(),
    purpose: z.string(),
    currency: z.string(),
    file: z.string(),
    overrides: z.array(z.string()).readonly().describe("`--set` options as given"),
  }),
  calendar: z.object({ from: z.iso.date(), to: z.iso.date(), periodsPerYear: z.number() }),
  ...explanationSchema.shape,
  warnings: z.array(warningSchema.extend({ words: wordsSchema })).readonly(),
  told: z.array(toldSchema).readonly(),
});

export type Explained = z.infer<typeof explainedSchema>;
export type ToldSection = Explained["told"][number];
export type Source = ToldSection["sources"][number];
