import { z } from "zod";
import { wholeCount } from "../measures.ts";
import { bad, good } from "../problem.ts";
import { type Field, field, known, text, word } from "./field.ts";

function seed(): Field<string> {
  const allowed = "a phrase or a number";
  return field((raw) => {
    const isPhrase = (typeof raw === "string" && raw !== "") || typeof raw === "number";
    return isPhrase ? good(String(raw)) : bad(allowed);
  }, "number");
}

function expressions(): z.ZodType<string[], unknown> {
  return z.array(text());
}

/** What a scenario is called and how it is run. */
export const headSchemas = {
  title: text().describe("What the report is called."),
  purpose: z.string().default("").describe("What the scenario is meant to find out."),
  currency: z
    .string()
    .regex(/^\S+$/, "one word, such as yuan")
    .default("yuan")
    .describe("The word for money, one word: yuan, USD. Default yuan."),
  seed: seed().default("fentan").describe("Any phrase: the same phrase, the same luck. Default fentan."),
  replications: known(wholeCount).default(1000).describe("How many histories are simulated. Default 1000."),
  engine: word("auto", "exact", "fast")
    .default("auto")
    .describe(
      "exact: whole members one cell at a time; fast: expected numbers, for large pools; auto (default).",
    ),
  ask: expressions()
    .default([])
    .describe('Questions answered in the report: "P(total.cost > 3500)", "quantile(total.cost, 0.95)".'),
};
