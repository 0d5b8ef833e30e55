import { z } from "zod";
import { amount, positiveFactor, relativeChange } from "../measures.ts";
import { quantity, word } from "./field.ts";

const renewalSchema = z
  .strictObject({
    lossRatio: quantity(positiveFactor).describe(
      "The part of the premiums that the cost shall be: 90 % raises a premium that all went to aid by a ninth.",
    ),
    most: quantity(relativeChange)
      .default(1)
      .describe("The most a premium changes from one year to the next: 20 %. Default 100 %."),
  })
  .nullable()
  .default(null);

/** A premium instead of an apportionment. */
export function premiumSchema(currency: string) {
  return z
    .strictObject({
      amount: quantity(amount(currency)).describe("What each sharer pays in every period."),
      renewal: renewalSchema.describe(
        "Every year the premium follows last year's cost: premium x (cost / premiums) / lossRatio. Default: it stays.",
      ),
      leftTo: word("reserve", "operator")
        .default("reserve")
        .describe("Who keeps what the cost leaves of it: the pool's reserve (default), or the operator."),
    })
    .nullable()
    .default(null)
    .describe(
      "A premium fixed beforehand instead of an apportionment; `excess` says who bears what it does not cover. Default none.",
    );
}
