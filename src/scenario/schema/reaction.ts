import { z } from "zod";
import {
  amount,
  anyAmount,
  factor,
  periodCount,
  positiveAmount,
  probabilityPerYear,
  relative,
} from "../measures.ts";
import { good, type Read } from "../problem.ts";
import type { Reaction } from "../reaction.ts";
import { readQuantity } from "../readQuantity.ts";
import type { Quantity } from "../scenario.ts";
import type { Measure } from "../units.ts";
import { type CheckContext, complain, exactlyOne, type Field, field, known, quantity } from "./field.ts";

/** The share that members are used to. */
export function reference(measure: Measure): Field<Quantity | "expectedAid"> {
  const wider = { ...measure, allowed: `${measure.allowed} a year, or expectedAid` };
  return field(
    (raw): Read<Quantity | "expectedAid"> => (raw === "expectedAid" ? good(raw) : readQuantity(raw, wider)),
    "quantity",
  ).describe(
    "The share per year members are used to: an amount, or `expectedAid`, what their class may expect to receive.",
  );
}

/** Over how many periods the share is averaged. */
export function lookBack() {
  return known(periodCount)
    .default(1)
    .describe("Over how many periods members average the share they react to. Default 1.");
}

function powerSchema(currency: string) {
  return z.strictObject({
    reference: reference(positiveAmount(currency)),
    elasticity: quantity(factor).describe("Exponent: 1 doubles the lapse when the share doubles."),
    lookBack: lookBack(),
  });
}

function bandSchema(currency: string) {
  return z
    .strictObject({
      reference: reference(positiveAmount(currency)),
      from: quantity(relative).describe(
        "Relative increase over the reference at which members begin to leave: 10 %.",
      ),
      to: quantity(relative).describe("Relative increase at which `lapseTo` is reached: 50 %."),
      lapseFrom: quantity(probabilityPerYear).describe("Lapse per year at `from`."),
      lapseTo: quantity(probabilityPerYear).describe("Lapse per year at `to` and beyond."),
      lookBack: lookBack(),
    })
    .check((context) => rising(context, context.value.from, context.value.to));
}

/** A problem where a band ends before it begins. */
export function rising(context: CheckContext, from: Quantity, to: Quantity): void {
  if (typeof from !== "number" || typeof to !== "number" || from < to) return;
  complain(context, ["to"], undefined, "an increase above `from`");
}

function logitSchema(currency: string) {
  return z.strictObject({
    value: quantity(anyAmount(currency)).describe("What membership is worth to a member, per year."),
    scale: quantity(positiveAmount(currency)).describe(
      "How widely members differ about that value, per year.",
    ),
    most: quantity(probabilityPerYear).describe("Lapse per year when the share is far above the value."),
    lookBack: lookBack(),
  });
}

function thresholdSchema(currency: string) {
  return z.strictObject({
    willingness: quantity(amount(currency)).describe(
      "The share per year above which the whole class leaves.",
    ),
    lookBack: lookBack(),
  });
}

/** How a class's lapse follows from recent shares; `none` where it does not. */
export function reactionSchema(currency: string) {
  return z
    .strictObject({
      power: powerSchema(currency)
        .optional()
        .describe("lapse = base x (share / reference)^elasticity, never below."),
      band: bandSchema(currency).optional().describe("Lapse rises linearly between two relative increases."),
      logit: logitSchema(currency).optional().describe("Lapse is logistic in share minus perceived value."),
      threshold: thresholdSchema(currency)
        .optional()
        .describe("The class leaves once the share exceeds an amount."),
    })
    .check((context) => exactlyOne(context, "power", "band", "logit", "threshold"))
    .transform(({ power, band, logit, threshold }): Reaction<Quantity> => {
      if (power !== undefined) return { kind: "power", ...power };
      if (band !== undefined) return { kind: "band", ...band };
      if (logit !== undefined) return { kind: "logit", ...logit };
      return threshold === undefined ? { kind: "none" } : { kind: "threshold", ...threshold };
    })
    .default({ kind: "none" })
    .describe("How lapse follows from recent shares: none (default), power, band, logit or threshold.");
}
