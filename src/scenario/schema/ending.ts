import { z } from "zod";
import { isoDate } from "../day.ts";
import {
  amount,
  claimWindow,
  count,
  duration,
  periodCount,
  portion,
  positiveCount,
  positiveDuration,
  probabilityPerYear,
} from "../measures.ts";
import type { Ending } from "../scenario.ts";
import { complain, date, known, quantity, text, word, yes } from "./field.ts";

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

const startSchema = z
  .strictObject({
    members: quantity(positiveCount).describe(
      "The plan starts with the settlement at which it first has so many members: 300 thousand.",
    ),
    within: known(positiveDuration)
      .optional()
      .describe(
        "Time from the calendar's start; a plan that has not started by then ends. Default: any time.",
      ),
  })
  .transform(({ members, within }): Ending["start"] => ({ members, withinDays: within ?? null }))
  .nullable()
  .default(null);

function ceilingSchema(currency: string) {
  return z
    .strictObject({
      share: quantity(amount(currency)).describe("The share of a period that is too high when exceeded."),
      periods: known(periodCount)
        .default(1)
        .describe("In how many periods in a row it must be exceeded. Default 1."),
    })
    .nullable()
    .default(null);
}

function operatorSchema(currency: string) {
  return z
    .strictObject({
      costsPerYear: quantity(amount(currency))
        .default(0)
        .describe("What running the plan costs the operator per year. Default 0."),
      costsPerMember: quantity(amount(currency))
        .default(0)
        .describe("What it costs per member and year. Default 0."),
      patience: known(positiveDuration).describe("The time over which the operator's result is added up."),
      mostLoss: quantity(amount(currency))
        .default(0)
        .describe("The loss over that time which the operator bears without giving up. Default 0."),
    })
    .transform(({ patience, ...others }): Ending["operator"] => ({ ...others, patienceDays: patience }))
    .nullable()
    .default(null);
}

const runOffSchema = z
  .strictObject({
    claimWindow: known(claimWindow)
      .default(0)
      .describe("How long after closing claims may still be approved."),
    paidBy: word("operator", "members", "nobody")
      .default("operator")
      .describe("Who pays them; members do so from their deposits where they have some. Default operator."),
    remaining: quantity(portion)
      .default(1)
      .describe("Part of the members at closing who can still be asked, where members pay. Default 100 %."),
    atOnce: yes()
      .default(false)
      .describe(
        "Is there one last settlement at the window's end, instead of one each period? Default false.",
      ),
  })
  .transform(({ claimWindow, ...others }): Ending["runOff"] => ({ claimWindowDays: claimWindow, ...others }))
  .default({ claimWindowDays: 0, paidBy: "operator", remaining: 1, atOnce: false });

/** How the plan may end. */
export function endingSchema(currency: string) {
  return z
    .strictObject({
      start: startSchema.describe(
        "Only with so many members does the plan start: { members, within }. Default: at once.",
      ),
      minimumMembers: minimumSchema.describe("Closing for lack of members. Default none."),
      closing: closingSchema.describe("Closing by decision, on a day. Default none."),
      hazard: quantity(probabilityPerYear)
        .default(0)
        .describe("Probability per year that the plan is closed from outside. Default 0."),
      shareCeiling: ceilingSchema(currency).describe(
        "Closing once a share is too high for some periods in a row: { share, periods }. Default none.",
      ),
      operator: operatorSchema(currency).describe(
        "The operator gives up when fees less subsidies, credits and costs are a loss for too long. Default none.",
      ),
      refund: quantity(portion)
        .default(0)
        .describe("Part of all contributions ever paid that the operator gives back at the end. Default 0."),
      membersMoveTo: text()
        .nullable()
        .default(null)
        .describe(
          "The pool into which the members move when this one ends, without waiting anew. Default: they leave.",
        ),
      runOff: runOffSchema.describe("What happens to illness before closing."),
    })
    .describe("How the plan may end.");
}
