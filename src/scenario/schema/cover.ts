import { z } from "zod";
import { amount, duration, factor, growth, oldestAge, positiveDuration, rate } from "../measures.ts";
import { overlap } from "../readAges.ts";
import { readRates } from "../readRates.ts";
import type { Benefit, Cover, Illness, RateTable, Select } from "../scenario.ts";
import type { Measure } from "../units.ts";
import {
  benefitAmount,
  complain,
  complainOfAbsence,
  exactlyOne,
  type Field,
  field,
  quantity,
  text,
  word,
  yes,
} from "./field.ts";
import { ageBand } from "./members.ts";
import { timesTable } from "./timesTable.ts";

const mortalityRate: Measure = { ...rate, high: 1, allowed: "a probability of death per year from 0 to 1" };

function rates(measure: Measure): Field<RateTable> {
  return field((raw) => readRates(raw, measure), "rates");
}

const selectSchema = z
  .strictObject({
    start: quantity(factor).optional().describe("Factor on the incidence on the first day, such as 0.15."),
    timeConstant: quantity(positiveDuration)
      .optional()
      .describe("Time in which 63 % of what is missing comes back."),
    years: z
      .array(quantity(factor))
      .min(1)
      .optional()
      .describe("One factor per year of membership; the last stays."),
  })
  .check((context) => {
    const { start, timeConstant } = context.value;
    exactlyOne(context, start === undefined ? "timeConstant" : "start", "years");
    if (context.issues.length === 0 && (start === undefined) !== (timeConstant === undefined)) {
      complainOfAbsence(context, [], "one of start and timeConstant", "start and timeConstant together");
    }
  })
  .transform(({ start, timeConstant, years }): Select => {
    if (years !== undefined) return { kind: "years", factors: years };
    return { kind: "exponential", start: start ?? 1, timeConstantDays: timeConstant ?? 1 };
  })
  .default({ kind: "none" });

/** What an amount of aid may be. */
export const benefitHelp =
  "What is paid: an amount; { perClaim: DISTRIBUTION }, drawn for every claim; or, against the bills of each claim, { bills: DISTRIBUTION, upTo, fixed, deductible, portion }: fixed x upTo whatever the bills are, and portion x (bills - deductible), up to the rest of upTo.";

function benefitsSchema(currency: string) {
  return z
    .array(
      z.strictObject({
        ages: ageBand().describe("Ages last birthday, both included: 0-39."),
        amount: benefitAmount(amount(currency)).describe(benefitHelp),
      }),
    )
    .min(1)
    .check((context) => {
      const pair = overlap(context.value.map(({ ages }) => ages));
      if (pair !== null)
        complain(context, [pair[1], "ages"], undefined, "bands that share no age with another");
    });
}

function illnessSchema(currency: string) {
  return z
    .strictObject({
      incidence: rates(rate).describe(
        "Claims per covered member and year, an annual rate (intensity) from 0 to 10: 0.2 %. The probability in a year is 1 - exp(-rate), in a period 1 - exp(-rate / periods a year). A CSV file, one rate, or rows by age.",
      ),
      times: rates(factor)
        .optional()
        .describe("A second table, of factors, multiplied with the incidence age by age."),
      level: quantity(factor).default(1).describe("Multiplies the incidence of this illness. Default 1."),
      waiting: quantity(duration).optional().describe("Its own waiting period. Default: the cover's."),
      endsMembership: yes()
        .optional()
        .describe("Does a claim end membership? Default true, but false beside `movesTo`."),
      movesTo: text()
        .optional()
        .describe(
          "The class into which a claim moves the member, who then has it once behind them. Default: they stay in theirs.",
        ),
      paidBy: word("pool", "operator")
        .default("pool")
        .describe("Who bears the aid: the pool, which shares it (default), or the operator."),
      benefits: benefitsSchema(currency).optional().describe("What is paid, by age at the claim."),
      benefit: benefitAmount(amount(currency))
        .optional()
        .describe(`At all ages, instead of \`benefits\`. ${benefitHelp}`),
    })
    .check((context) => exactlyOne(context, "benefits", "benefit"))
    .check((context) => {
      const { movesTo, endsMembership } = context.value;
      if (movesTo === undefined || endsMembership !== true) return;
      const allowed = "false, or no `movesTo`: who moves into another class is still a member";
      complain(context, ["endsMembership"], "true beside `movesTo`", allowed);
    })
    .transform((illness): Omit<Illness, "name"> => {
      const { incidence, times, waiting, benefits, benefit, level, endsMembership, movesTo, paidBy } =
        illness;
      const scales: readonly Benefit[] = benefits ?? [
        { ages: { from: 0, to: oldestAge }, amount: benefit ?? 0 },
      ];
      return {
        incidence: times === undefined ? incidence : timesTable(incidence, times),
        level,
        waitingDays: waiting ?? null,
        endsMembership: endsMembership ?? movesTo === undefined,
        movesTo: movesTo ?? null,
        paidBy,
        benefits: scales,
      };
    });
}

/** What is covered, from when on, and how often it happens. */
export function coverSchema(currency: string) {
  return z
    .strictObject({
      waiting: quantity(duration)
        .default(0)
        .describe("Time after joining before illness is covered. Default none."),
      waitingIllness: word("uncovered", "refunded")
        .default("uncovered")
        .describe(
          "Who falls ill while waiting: just has no cover (default), or gets all contributions back and is out for good.",
        ),
      inflation: quantity(growth)
        .default(0)
        .describe(
          "Growth per year of all that a claim costs (of the bills, where aid is paid against bills) from the calendar's start. Default 0.",
        ),
      level: quantity(factor).default(1).describe("Multiplies every incidence. Default 1."),
      select: selectSchema.describe(
        "Incidence by time since joining: { start, timeConstant } or { years: [..] }.",
      ),
      trend: quantity(growth)
        .default(0)
        .describe("Growth of incidence per year from the calendar's start. Default 0."),
      mortality: rates(mortalityRate)
        .nullable()
        .default(null)
        .describe(
          "Annual probability of death q: a CSV file, one probability, or rows by age. A period has 1 - (1 - q)^(1 / periods a year). Default none.",
        ),
      illnesses: z
        .record(z.string(), illnessSchema(currency))
        .check((context) => {
          if (Object.keys(context.value).length === 0)
            complainOfAbsence(context, [], "no illness", "at least one illness");
        })
        .transform((illnesses): Illness[] =>
          Object.entries(illnesses).map(([name, one]) => ({ name, ...one })),
        )
        .describe("What is covered, by name."),
    })
    .transform(({ waiting, ...others }): Cover => ({ waitingDays: waiting, ...others }))
    .describe("What is covered, from when on, and how often it happens.");
}
