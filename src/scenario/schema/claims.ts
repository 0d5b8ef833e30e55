import { z } from "zod";
import { duration, portion, positiveDuration } from "../measures.ts";
import type { Claims, Delay } from "../scenario.ts";
import { complainOfAbsence, exactlyOne, known, quantity } from "./field.ts";
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

const jurySchema = z
  .strictObject({
    disputed: quantity(portion).describe("Part of the refused whose members dispute it: 20 %."),
    granted: quantity(portion).describe("Part of the disputed that the jury grants: 60 %."),
    duration: known(duration)
      .default(0)
      .describe("Time from the refusal to what the jury says. Default none."),
  })
  .transform(({ duration: days, ...others }): Claims["jury"] => ({ ...others, days }))
  .nullable()
  .default(null);

/** How claims become cases. */
export const claimsSchema = z
  .strictObject({
    delay: delaySchema.describe(
      "Time from the illness to the approved claim: gamma, lognormal, periods, or none.",
    ),
    denied: quantity(portion)
      .default(0)
      .describe("Part of the claims that is refused: for good, or until a jury grants it. Default 0."),
    jury: jurySchema.describe(
      "A jury of members, before whom the refused may go: { disputed, granted, duration }. Default none.",
    ),
  })
  .check((context) => {
    const { denied, jury } = context.value;
    if (jury === null || denied !== 0) return;
    const allowed = "beside `jury` also `denied`, the part of the claims that is refused at first";
    complainOfAbsence(context, ["jury"], "a jury where no claim is refused", allowed);
  })
  .describe("How claims become cases.");
