import { z } from "zod";
import { isoDate } from "../day.ts";
import { count, duration, probabilityPerYear } from "../measures.ts";
import type { Ending } from "../scenario.ts";
import { complain, date, known, quantity, word, yes } from "./field.ts";

const minimumSchema = z
  .strictObject({
    members: quantity(count).describe(
      "The plan closes when membership, having been higher, falls below this.",
    ),
    grace: known(duration).default(0).describe("Time between falling below and closing. Default none."),
  })
  .transform(({ members, grace }) => ({ members, graceDays: grace }))
  .nullable()
  .default(null);

const closingSchema = z
  .strictObject({
    announced: date().optional().describe("The day of the announcement. Default: the day of closing."),
    on: date().describe("The day the plan closes."),
    sharingStops: yes()
      .default(true)
      .describe("Do members stop paying when closing is announced? Default true."),
  })
  .check((context) => {
    const { announced, on } = context.value;
    if (announced === undefined || announced <= on) return;
    complain(context, ["announced"], undefined, `a day up to that of closing, ${isoDate(on)}`);
  })
  .transform(({ announced, on, sharingStops }) => ({ announced: announced ?? on, on, sharingStops }))
  .nullable()
  .default(null);

const runOffSchema = z
  .strictObject({
    claimWindow: known(duration).default(0).describe("How long after closing claims may still be approved."),
    paidBy: word("operator", "members", "nobody")
      .default("operator")
      .describe("Who pays them. Default operator."),
  })
  .transform(({ claimWindow, paidBy }): Ending["runOff"] => ({ claimWindowDays: claimWindow, paidBy }))
  .default({ claimWindowDays: 0, paidBy: "operator" });

/** How the plan may end. */
export const endingSchema = z
  .strictObject({
    minimumMembers: minimumSchema.describe("Closing for lack of members. Default none."),
    closing: closingSchema.describe("Closing by decision, on a day. Default none."),
    hazard: quantity(probabilityPerYear)
      .default(0)
      .describe("Probability per year that the plan is closed from outside. Default 0."),
    runOff: runOffSchema.describe("What happens to illness before closing."),
  })
  .describe("How the plan may end.");
