import { z } from "zod";
import { portion, positiveDuration } from "../measures.ts";
import type { Delay } from "../scenario.ts";
import { exactlyOne, known, quantity } from "./field.ts";
import { sumToOne } from "./sumToOne.ts";

const durations = z.strictObject({
  mean: quantity(positiveDuration).describe("Mean time from the illness to the approved claim."),
  sd: quantity(positiveDuration).describe("Its standard deviation."),
});

const delaySchema = z
  .strictObject({
    gamma: durations.optional().describe("Gamma distributed: { mean: 75 days, sd: 50 days }."),
    lognormal: durations.optional().describe("Lognormally distributed: { mean: 75 days, sd: 50 days }."),
    periods: z
      .array(known(portion))
      .min(1)
      .max(400)
      .check((context) => sumToOne(context, context.value))
      .optional()
      .describe("Probability of 0, 1, 2... periods: [0.2, 0.5, 0.3]."),
  })
  .check((context) => exactlyOne(context, "gamma", "lognormal", "periods"))
  .transform(({ gamma, lognormal, periods }): Delay => {
    if (periods !== undefined) return { kind: "periods", probabilities: periods };
    if (gamma !== undefined) return { kind: "gamma", meanDays: gamma.mean, sdDays: gamma.sd };
    if (lognormal === undefined) return { kind: "none" };
    return { kind: "lognormal", meanDays: lognormal.mean, sdDays: lognormal.sd };
  })
  .default({ kind: "none" });

/** How claims become cases. */
export const claimsSchema = z
  .strictObject({
    delay: delaySchema.describe(
      "Time from the illness to the approved claim: gamma, lognormal, periods, or none.",
    ),
    denied: quantity(portion).default(0).describe("Part of the claims that is refused. Default 0."),
  })
  .describe("How claims become cases.");
