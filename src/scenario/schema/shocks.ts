import { z } from "zod";
import { isoDate } from "../day.ts";
import { correlation, duration, factor, portion } from "../measures.ts";
import type { ShockEvent, Shocks } from "../scenario.ts";
import { complain, complainOfAbsence, date, exactlyOne, known, quantity, text } from "./field.ts";

const yearSchema = z.strictObject({
  sd: quantity(factor).describe("Standard deviation of the year's factor, whose mean is 1: 5 %."),
  autocorrelation: quantity(correlation).default(0).describe("Correlation with the year before. Default 0."),
});

const yearlySchema = z
  .strictObject({
    lognormal: yearSchema.optional().describe("Lognormally distributed factors."),
    gamma: yearSchema.optional().describe("Gamma distributed factors."),
  })
  .check((context) => exactlyOne(context, "lognormal", "gamma"))
  .transform(({ lognormal, gamma }): Shocks["yearly"] => {
    if (lognormal !== undefined) return { kind: "lognormal", ...lognormal };
    return gamma === undefined ? null : { kind: "gamma", ...gamma };
  })
  .default(null);

const eventSchema = z
  .strictObject({
    name: text().describe("What it is called in the report."),
    from: date().describe("First day."),
    to: date().describe("Last day, included."),
    probability: quantity(portion).default(1).describe("Does it happen? Default 100 %."),
    incidence: quantity(factor).default(1).describe("Factor on all incidence while it lasts. Default 1."),
    lapse: quantity(factor).default(1).describe("Factor on all lapse while it lasts. Default 1."),
    joining: quantity(factor).default(1).describe("Factor on all joining while it lasts. Default 1."),
    putsOff: quantity(portion)
      .default(0)
      .describe("Part of the claims of its time that is put off until it is over. Default 0."),
    lost: quantity(portion).default(0).describe("Part of what is put off that never comes back. Default 0."),
    catchUp: known(duration)
      .default(0)
      .describe("How long the rest takes to come, spread evenly from the day after the event on."),
  })
  .check((context) => {
    const { from, to } = context.value;
    if (to < from) complain(context, ["to"], undefined, `a day from ${isoDate(from)} on`);
  })
  .check((context) => {
    const { putsOff, catchUp } = context.value;
    if (putsOff === 0 || catchUp > 0) return;
    const allowed = "beside `putsOff` also `catchUp`, a duration above 0 in which the claims come after all";
    complainOfAbsence(context, ["putsOff"], "claims put off without `catchUp`", allowed);
  })
  .transform(({ catchUp, ...others }): ShockEvent => ({ ...others, catchUpDays: catchUp }));

/** What hits all members at once. */
export const shocksSchema = z
  .strictObject({
    yearly: yearlySchema.describe(
      "A factor on the incidence of each calendar year, with mean 1. Default none.",
    ),
    events: z.array(eventSchema).default([]).describe("What may happen between two days."),
  })
  .describe("What hits all members at once.");
