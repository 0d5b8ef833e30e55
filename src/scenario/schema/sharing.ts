import { z } from "zod";
import { amount, duration, portion } from "../measures.ts";
import type { Sharing, SharingRule } from "../scenario.ts";
import { type CheckContext, complain, complainOfAbsence, date, known, quantity, word } from "./field.ts";
import { premiumSchema } from "./premium.ts";
import { ruleField, ruleHelp } from "./rule.ts";

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

function budgetSchema(currency: string) {
  return z
    .strictObject({
      amount: quantity(amount(currency)).describe("What the operator is ready to pay in all."),
      // biome-ignore lint/suspicious/noThenProperty: a word of the file format; it is no function, so nothing awaits it.
      then: word("end", "aid", "nextPeriod").describe(
        "What happens once it is spent: the plan ends, aid is cut, or the next period bears the rest.",
      ),
    })
    .nullable()
    .default(null);
}

type Given = Pick<Sharing, "caps" | "premium" | "rule"> & { readonly excess?: string | undefined };

function isCapped({ caps }: Given): boolean {
  return Object.values(caps).some((cap) => cap !== null);
}

/** What a cap cuts off, or a premium leaves uncovered, must be borne by someone. */
function checkBearer(context: CheckContext, given: Given): void {
  if (given.excess !== undefined) return;
  const allowed = (what: string, why: string) =>
    `beside \`${what}\` also \`excess\`: operator, aid or nextPeriod, who bears what ${why}`;
  if (isCapped(given))
    complainOfAbsence(context, ["caps"], "caps without `excess`", allowed("caps", "a cap cuts off"));
  if (given.premium !== null) {
    const words = allowed("premium", "it does not cover");
    complainOfAbsence(context, ["premium"], "a premium without `excess`", words);
  }
}

/** Rules by which nobody can be promised a cap: what one of them bears has no bound. */
const unbounded: readonly SharingRule["kind"][] = ["expectedCost", "conditionalMean", "linear", "matrix"];

function checkCaps(context: CheckContext, given: Given): void {
  if (!isCapped(given)) return;
  const { premium, rule } = given;
  if (premium !== null) {
    const allowed = "either caps or a premium: what the premium does not cover is no sharer's";
    complain(context, ["caps"], "caps beside a premium", allowed);
  }
  if (unbounded.includes(rule.kind)) {
    const allowed = "caps beside the rules equal, age, class or tenure";
    complain(context, ["caps"], "caps beside a sharing rule without a bound", allowed);
  }
}

/** A premium is the same for all: there is no cost left for a rule to divide. */
function checkPremiumRule(context: CheckContext, { premium, rule }: Given): void {
  if (premium === null || rule.kind === "equal") return;
  const allowed = "either a premium, which every sharer pays alike, or another rule than equal";
  complain(context, ["rule"], "a sharing rule beside a premium", allowed);
}

/** How the cost is shared. */
export function sharingSchema(currency: string) {
  return z
    .strictObject({
      sharers: word("members", "covered")
        .default("members")
        .describe("Who bears shares: all members (default), or only those past their waiting period."),
      rule: ruleField().default({ kind: "equal" }).describe(ruleHelp),
      premium: premiumSchema(currency),
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
          "Who bears what a cap cuts off, or a premium does not cover: the operator, the aided (reduced aid), or the next period.",
        ),
      exempt: exemptSchema.describe("Early members whose shares the operator pays for a while."),
      free: known(duration)
        .default(0)
        .describe("Time after joining in which the operator pays a member's shares: 1 month. Default none."),
      subsidyBudget: budgetSchema(currency).describe(
        "The most the operator pays over the whole run: { amount, then }. Default: no limit.",
      ),
    })
    .check((context) => checkBearer(context, context.value))
    .check((context) => checkCaps(context, context.value))
    .check((context) => checkPremiumRule(context, context.value))
    .transform(
      ({ excess, free, ...others }): Sharing => ({ ...others, excess: excess ?? "operator", freeDays: free }),
    )
    .describe("How the cost is shared.");
}
