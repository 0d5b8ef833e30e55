import { z } from "zod";
import { amount, anyAmount, factor, portion, positiveAmount, relative } from "../measures.ts";
import type { Reaction } from "../reaction.ts";
import type { Quantity } from "../scenario.ts";
import { exactlyOne, quantity } from "./field.ts";
import { lookBack, reference, rising } from "./reaction.ts";

const atLeastOnce = { ...factor, low: 1, allowed: "a factor of 1 or more, such as 4" };

function powerSchema(currency: string) {
  return z.strictObject({
    reference: reference(positiveAmount(currency)),
    elasticity: quantity(factor).describe("Exponent: 1 halves the inflow when the share doubles."),
    most: quantity(atLeastOnce)
      .default(1)
      .describe(
        "How many times the inflow there may be where the share is below the reference: 4. Default 1: a low share attracts no more than the reference does.",
      ),
    lookBack: lookBack(),
  });
}

function bandSchema(currency: string) {
  return z
    .strictObject({
      reference: reference(positiveAmount(currency)),
      from: quantity(relative).describe(
        "Relative increase over the reference at which people begin to stay away: 10 %.",
      ),
      to: quantity(relative).describe("Relative increase at which `awayTo` is reached: 50 %."),
      awayFrom: quantity(portion).describe("Part of the inflow that stays away at `from`."),
      awayTo: quantity(portion).describe("Part of the inflow that stays away at `to` and beyond."),
      lookBack: lookBack(),
    })
    .check((context) => rising(context, context.value.from, context.value.to))
    .transform(({ awayFrom, awayTo, ...others }) => ({ ...others, lapseFrom: awayFrom, lapseTo: awayTo }));
}

function logitSchema(currency: string) {
  return z.strictObject({
    value: quantity(anyAmount(currency)).describe(
      "The share per year at which half of the inflow stays away.",
    ),
    scale: quantity(positiveAmount(currency)).describe("How widely people differ about that, per year."),
    lookBack: lookBack(),
  });
}

function thresholdSchema(currency: string) {
  return z.strictObject({
    willingness: quantity(amount(currency)).describe(
      "The share per year above which nobody of the class joins.",
    ),
    lookBack: lookBack(),
  });
}

/** How the inflow of a class follows from recent shares: the kinds of `reactionSchema`, read as who stays away. */
export function joinsSchema(currency: string) {
  return z
    .strictObject({
      power: powerSchema(currency)
        .optional()
        .describe("inflow x (reference / share)^elasticity, at most `most` times what it is without."),
      band: bandSchema(currency)
        .optional()
        .describe("The part that stays away rises linearly between two relative increases."),
      logit: logitSchema(currency)
        .optional()
        .describe("The part that stays away is logistic in share minus value."),
      threshold: thresholdSchema(currency)
        .optional()
        .describe("Nobody joins once the share exceeds an amount."),
    })
    .check((context) => exactlyOne(context, "power", "band", "logit", "threshold"))
    .transform(({ power, band, logit, threshold }): Reaction<Quantity> => {
      if (power !== undefined) return { kind: "power", ...power };
      if (band !== undefined) return { kind: "band", ...band };
      if (logit !== undefined) return { kind: "logit", ...logit, most: 1 };
      return threshold === undefined ? { kind: "none" } : { kind: "threshold", ...threshold };
    })
    .default({ kind: "none" })
    .describe("How the inflow follows from recent shares: none (default), power, band, logit or threshold.");
}
