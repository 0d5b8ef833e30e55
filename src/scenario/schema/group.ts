import { z } from "zod";
import { amount, portion, wholeCount } from "../measures.ts";
import type { GroupRow } from "../scenario.ts";
import { baseLapse } from "./baseLapse.ts";
import { benefitHelp } from "./cover.ts";
import { benefitAmount, complain, exactlyOne, known, quantity, text, yes } from "./field.ts";
import { numberOfClaims } from "./numberOfClaims.ts";
import { reactionSchema } from "./reaction.ts";

/** A closed group, row by row. */
export function groupSchema(currency: string) {
  return z
    .array(
      z
        .strictObject({
          class: text().describe("A name for these members, which no other row has."),
          number: known(wholeCount).describe("How many of them there are."),
          claimProbability: quantity(portion)
            .optional()
            .describe("Probability of a claim of one member in one period, who has one at most."),
          claims: numberOfClaims
            .optional()
            .describe(
              "Instead of `claimProbability`: how many claims one member has in one period, { poisson: MEAN }, { geometric: MEAN } or { negativeBinomial: { mean, shape } }.",
            ),
          benefit: benefitAmount(amount(currency)).describe(benefitHelp),
          endsMembership: yes().default(false).describe("Does a claim end membership? Default false."),
          lapse: baseLapse(),
          reaction: reactionSchema(currency),
        })
        .check((context) => exactlyOne(context, "claimProbability", "claims"))
        .transform(({ class: className, number, claimProbability, claims, ...others }): GroupRow => {
          const atMostOne = { kind: "atMostOne", probability: claimProbability ?? 0 } as const;
          return { className, number, claims: claims ?? atMostOne, ...others };
        }),
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
