import { z } from "zod";
import { amount, interestRate, portion, positiveAmount } from "../measures.ts";
import type { Funding } from "../scenario.ts";
import { quantity, yes } from "./field.ts";

function topUpSchema(currency: string) {
  return z.strictObject({
    amount: quantity(positiveAmount(currency)).describe(
      "What is paid in at a time, as often as the minimum needs.",
    ),
    portion: quantity(portion).describe("Part of those below the minimum who top up; the others are out."),
  });
}

/** Deposits from which shares are taken: the plan is prepaid. */
export function fundingSchema(currency: string) {
  return z
    .strictObject({
      deposit: quantity(positiveAmount(currency)).describe("What is paid in by who joins: 30 yuan."),
      credit: quantity(amount(currency))
        .default(0)
        .describe("What the operator adds to the deposit of who joins. Default 0."),
      minimum: quantity(amount(currency))
        .default(0)
        .describe("Who has less after a settlement tops up or is out. Default 0."),
      topUp: topUpSchema(currency)
        .optional()
        .describe("Who tops up, and how much: { amount, portion }. Default: nobody does."),
      interest: quantity(interestRate)
        .default(0)
        .describe("Interest per year that the operator credits to the deposits. Default 0."),
      refundToLeavers: yes()
        .default(false)
        .describe("Do leavers get back what is left of their deposit? Default false: the operator keeps it."),
      spent: quantity(portion)
        .default(0)
        .describe(
          "Part of the deposits that the operator has spent when the plan ends, so that it is not returned. Default 0.",
        ),
    })
    .transform(
      ({ topUp, ...others }): Funding => ({
        ...others,
        topUp: topUp ?? { amount: others.deposit, portion: 0 },
      }),
    )
    .nullable()
    .default(null)
    .describe(
      "Prepaid: members hold a deposit from which their shares are taken. Default none: they are debited after each settlement.",
    );
}
