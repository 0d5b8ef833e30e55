import { z } from "zod";
import { estimateSchema, finite } from "../figureSchema.ts";

const rowSchema = z.object({
  figure: z
    .string()
    .describe("`years.2020.members`, `total.cost`, as questions name it; `years.2020.cost` too"),
  of: z
    .enum(["mean", "sd", "q05", "q50", "q95", "answer"])
    .describe("`answer`: `figure` is a question of the scenario"),
  exact: finite,
  simulated: estimateSchema,
  difference: finite
    .nullable()
    .describe(
      "simulated less exact, in standard errors; of a quantile, by the part of the replications up to it; null where the error is not known",
    ),
});

/** What can be worked out without simulating, beside what was simulated. */
export const exactSchema = z.object({
  rows: z.array(rowSchema).readonly().describe("empty where the plan cannot be worked out"),
  leftOut: z.array(z.string()).readonly().describe("what was not worked out, and why"),
});
