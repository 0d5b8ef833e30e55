import { z } from "zod";
import { amount, portion, wholeCount } from "../measures.ts";
import type { GroupRow } from "../scenario.ts";
import { baseLapse } from "./baseLapse.ts";
import { benefitAmount, complain, known, quantity, text, yes } from "./field.ts";
import { reactionSchema } from "./reaction.ts";

/** A closed group, row by row. */
export function groupSchema(currency: string) {
  return z
    .array(
      z
        .strictObject({
          class: text().describe("A name for these members, which no other row has."),
          number: known(wholeCount).describe("How many of them there are."),
          claimProbability: quantity(portion).describe("Probability of a claim of one member in one period."),
          benefit: benefitAmount(amount(currency)).describe(
            "What is paid: an amount, or { perClaim: DISTRIBUTION }.",
          ),
          endsMembership: yes().default(false).describe("Does a claim end membership? Default false."),
          lapse: baseLapse(),
          reaction: reactionSchema(currency),
        })
        .transform(({ class: className, ...others }): GroupRow => ({ className, ...others })),
    )
    .min(1)
    .check((context) => {
      // Streams of random numbers and columns of the results go by the name of the class.
      const names = context.value.map(({ className }) => className);
      const repeated = names.findIndex((name, index) => names.indexOf(name) < index);
      if (repeated >= 0) complain(context, [repeated, "class"], undefined, "a name no other row has");
    })
    .meta({ orCsv: true })
    .describe("A closed group, instead of members, joining and cover: rows, or { file: group.csv }.");
}
