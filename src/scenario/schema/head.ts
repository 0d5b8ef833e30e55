import { z } from "zod";
import { causes, withoutCause } from "../causes.ts";
import { replicationCount } from "../measures.ts";
import { bad, good } from "../problem.ts";
import { type Field, field, known, text, word } from "./field.ts";

function seed(): Field<string> {
  const allowed = "a phrase that is not empty, or a number";
  return field((raw) => {
    const isPhrase = (typeof raw === "string" && raw !== "") || typeof raw === "number";
    if (isPhrase) return good(String(raw));
    return raw === "" ? bad(`${allowed} (also with --seed)`, { found: "an empty phrase" }) : bad(allowed);
  }, "number");
}

function expressions(): z.ZodType<string[], unknown> {
  return z.array(text());
}

const askHelp = `Questions answered in the report: "P(total.cost > 3500)", "quantile(total.cost, 0.95)", "mean(years.2020.share)".

Names, each one number per replication:
- years.YEAR.{share, cases, denied, aid, aidCut, fee, subsidy, contributions, refunds}: sums over a calendar year
- years.YEAR.{sharers, coveredPart, ageIndex, selectionIndex, durationIndex}: means over its periods
- years.YEAR.{members, deposits}, years.YEAR.members[class=NAME]: at its last settlement
- years.YEAR.{riskOfMembers, multipleOfStayers}: the same of several classes, mean relative risk against joiners at the start, and against base lapse only
- years.YEAR.{selectionByLeaving, selectionByJoining}: change of that risk by who leaves and who joins, added up
- years.YEAR.{share, expectedAid}[class=NAME]: asked of one sharer of a class, and the aid such a one could expect
- years.YEAR.{allAsked, allExpectedAid}[class=NAME]: the same of the whole class
- total.{share, cases, denied, aid, aidCut, fee, subsidy, contributions, refunds}: sums over the whole run
- total.{joiners, movedIn, lapsed, defaulted, waitingIll}, total.{share, expectedAid}[class=NAME]
- total.{depositsPaid, depositsCredited, depositsUsed, depositsReturned, depositsLost}
- total.cost: aid paid + aid cut + fee
- ending.year: the decimal year of the end, infinite if the plan runs on
- spiral.year: the decimal year in which what \`spiral\` describes first happened, infinite if it did not
- atEnding.{members, deposits}: with which it ended, 0 if it runs on
- peak.{members, share, deposits}
- runOff.{cost, cases, subsidy, refunds, depositsReturned, depositsLost, paidPart}: after the end
- copies.{ended, cut, shareSd, shareQ05, shareQ50, shareQ95, shareMost}: over the copies of a pool
- periods.DATE.METRIC: one period by its day of settlement, periods.2020-01-14.share
- periods.DATE.{members, share, expectedAid}[class=NAME]: of one class

[pool=NAME] behind a name that has no class asks for one pool of several: years.2020.share[pool=elderly].
Deposits are there where the plan has \`funding\`.`;

const withoutHelp = `Causes of growth to be switched off, to see what the plan would be without them; usually none. Without:
${causes.map((cause) => `- ${cause}: ${withoutCause[cause]}`).join("\n")}`;

/** What a scenario is called and how it is run. */
export const headSchemas = {
  title: text().describe("What the report is called."),
  purpose: z.string().default("").describe("What the scenario is meant to find out."),
  currency: z
    .string()
    .regex(/^\S+$/, "one word, such as yuan")
    .default("yuan")
    .describe("The word for money, one word: yuan, USD. Default yuan."),
  seed: seed().default("fentan").describe("Any phrase: the same phrase, the same luck. Default fentan."),
  replications: known(replicationCount)
    .default(1000)
    .describe(
      "How many replications (simulated histories of the whole plan) are run, at least 2: one alone says nothing about its error. Default 1000.",
    ),
  engine: word("auto", "exact", "fast")
    .default("auto")
    .describe(
      "exact: whole members one cell at a time; fast: expected numbers, for large pools; auto (default).",
    ),
  ask: expressions().default([]).describe(askHelp),
  without: z
    .array(word(...causes))
    .default([])
    .describe(withoutHelp),
};
