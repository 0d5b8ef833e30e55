import { z } from "zod";
import { anyNumber } from "../measures.ts";
import type { Observation } from "../scenario.ts";
import { date, known, text } from "./field.ts";

/** What was observed. */
export const historySchema = z
  .array(
    z
      .strictObject({
        date: date().describe("The day it holds for."),
        figure: text().describe("A figure of the report: share, members, years.share..."),
        value: known(anyNumber).describe("What was observed."),
        source: z.string().default("").describe("Where it was found."),
      })
      .transform(({ date: day, ...others }): Observation => ({ day, ...others })),
  )
  .meta({ orCsv: true })
  .describe("What was observed: a CSV file with columns date, figure, value, source; or rows.");
