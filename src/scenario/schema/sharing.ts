import { z } from "zod";
import { amount, portion } from "../measures.ts";
import type { Sharing } from "../scenario.ts";
import { complainOfAbsence, date, known, quantity, word } from "./field.ts";

function capsSchema(currency: string) {
  const cap = () => quantity(amount(currency)).nullable().default(null);
  return z
    .strictObject({
      perCase: cap().describe("The most one sharer pays for one case. Default none."),
      perPeriod: cap().describe("The most one sharer pays in a period. Default none."),
      perYear: cap().describe("The most one sharer pays in a calendar year. Default none."),
    })
    .default({ perCase: null, perPeriod: null, perYear: null });
}

const exemptSchema = z
  .strictObject({
    joinedBefore: date().describe("Members who joined before this day..."),
    until: date().describe("...pay nothing until this day; the operator pays their shares."),
  })
  .nullable()
  .default(null);

/** How the cost is shared. */
export function sharingSchema(currency: string) {
  return z
    .strictObject({
      sharers: word("members", "covered")
        .default("members")
        .describe("Who bears shares: all members (default), or only those past their waiting period."),
      fee: quantity(portion).default(0).describe("The operator's fee as a part of the aid: 8 %. Default 0."),
      feePerHead: quantity(amount(currency))
        .default(0)
        .describe("The operator's fee per sharer and period, an amount. Default 0."),
      roundUpTo: known(amount(currency))
        .default(0)
        .describe("Shares are rounded up to a multiple of this, such as 0.01. Default 0: not rounded."),
      caps: capsSchema(currency).describe("Limits of what one sharer pays."),
      excess: word("operator", "aid", "nextPeriod")
        .optional()
        .describe(
          "Who bears what a cap cuts off: the operator, the aided (reduced aid), or the next period.",
        ),
      exempt: exemptSchema.describe("Early members whose shares the operator pays for a while."),
    })
    .check((context) => {
      const { caps, excess } = context.value;
      const isCapped = Object.values(caps).some((cap) => cap !== null);
      if (!isCapped || excess !== undefined) return;
      const allowed =
        "beside `caps` also `excess`: operator, aid or nextPeriod, who bears what a cap cuts off";
      complainOfAbsence(context, ["caps"], "caps without `excess`", allowed);
    })
    .transform(({ excess, ...others }): Sharing => ({ ...others, excess: excess ?? "operator" }))
    .describe("How the cost is shared.");
}
