import { isoDate } from "../../../scenario/day.ts";
import type { Sharing, SharingRule } from "../../../scenario/scenario.ts";
import { formatDate } from "../../format.ts";
import { ruleInWords } from "../../wording.ts";
import type { Words } from "./context.ts";
import { duration, listed, money, percent, plain, quantity, type Write } from "./quantities.ts";

/** How the cost is shared: by whom, by what weight, with which fee, rounding and limits, and who bears the rest. */
export const sharingInWords: Words = ({ subject: { stage, scenario } }) => {
  const { sharing } = stage;
  const write = money(scenario.currency);
  return [
    sharing.premium === null ? apportioned(sharing) : premiumInWords(sharing.premium, write),
    feeInWords(sharing, write),
    sharing.roundUpTo === 0
      ? "Shares are not rounded."
      : `Shares are rounded up to ${write(sharing.roundUpTo)}; what that collects too much is carried over.`,
    capsInWords(sharing, write),
    ...freeInWords(sharing),
    ...budgetInWords(sharing, write),
  ];
};

function apportioned({ sharers, rule }: Sharing): string {
  const who = sharers === "members" ? "all members, those who wait too" : "those who are covered";
  return `The cost of a period is shared by ${who}, ${ruleInWords(rule.kind)}${weightsInWords(rule)}.`;
}

function weightsInWords(rule: SharingRule): string {
  const weights = (parts: readonly string[]) => (parts.length === 0 ? "" : `: ${parts.join(", ")}`);
  switch (rule.kind) {
    case "age":
      return weights(
        rule.bands.map(({ ages, weight }) => `${ages.from} – ${ages.to} bears ${plain(weight)}`),
      );
    case "class":
      return weights(
        Object.entries(rule.weights).map(([name, weight]) => `“${name}” bears ${plain(weight)}`),
      );
    case "tenure":
      return weights(rule.weights.map((weight, year) => `year ${year + 1} bears ${plain(weight)}`));
    case "linear":
      return rule.weights === null
        ? ""
        : weights(Object.entries(rule.weights).map(([name, weight]) => `“${name}” bears ${plain(weight)}`));
    case "matrix":
      return rule.network === null ? "" : weights(rule.network.map(([a, b]) => `“${a}” with “${b}”`));
    default:
      return "";
  }
}

function premiumInWords({ amount, renewal, leftTo }: NonNullable<Sharing["premium"]>, write: Write): string {
  const renewed =
    renewal === null
      ? "never changes"
      : `is set anew every year so that ${quantity(renewal.lossRatio, percent)} of it is paid out, changing by ${quantity(renewal.most, percent)} at most`;
  return `Every sharer pays a premium of ${quantity(amount, write)} a period, which ${renewed}; what the cost leaves of it is the ${leftTo === "operator" ? "operator’s" : "pool’s reserve"}.`;
}

function feeInWords({ fee, feePerHead }: Sharing, write: Write): string {
  if (fee === 0 && feePerHead === 0) return "The operator takes no fee.";
  const parts = [
    ...(fee === 0 ? [] : [`${quantity(fee, percent)} of the aid`]),
    ...(feePerHead === 0 ? [] : [`${quantity(feePerHead, write)} a head and period`]),
  ];
  return `The operator takes a fee of ${listed(parts)}.`;
}

const bearers = {
  operator: "the operator pays what that cuts off",
  aid: "aid is cut by what that cuts off",
  nextPeriod: "the next period bears what that cuts off",
} as const;

function capsInWords({ caps, excess }: Sharing, write: Write): string {
  const limits = [
    ...(caps.perCase === null ? [] : [`${quantity(caps.perCase, write)} a case`]),
    ...(caps.perPeriod === null ? [] : [`${quantity(caps.perPeriod, write)} a period`]),
    ...(caps.perYear === null ? [] : [`${quantity(caps.perYear, write)} a calendar year`]),
  ];
  if (limits.length === 0) return "Nothing limits what a member pays.";
  return `Nobody pays more than ${listed(limits)}; ${bearers[excess]}.`;
}

function freeInWords({ exempt, freeDays }: Sharing): string[] {
  const date = (day: number) => formatDate(isoDate(day));
  return [
    ...(exempt === null
      ? []
      : [
          `Until ${date(exempt.until)} the operator pays the shares of those who joined before ${date(exempt.joinedBefore)}.`,
        ]),
    ...(freeDays === 0 ? [] : [`The operator pays a member’s shares for the first ${duration(freeDays)}.`]),
  ];
}

const beyondBudget = {
  end: "then the plan ends",
  aid: "then aid is cut",
  nextPeriod: "then the next period bears it",
} as const;

function budgetInWords({ subsidyBudget }: Sharing, write: Write): string[] {
  if (subsidyBudget === null) return [];
  return [
    `The operator pays ${quantity(subsidyBudget.amount, write)} in all; ${beyondBudget[subsidyBudget.then]}.`,
  ];
}

/** Debits that fail, and deposits. */
export const collectionInWords: Words = ({ subject: { stage, scenario } }) => {
  const { collection, funding } = stage;
  const write = money(scenario.currency);
  const unpaid = collection.unpaid === "operator" ? "the operator bears" : "the next period bears";
  const failing =
    collection.failing === 0
      ? "Everybody pays."
      : `${quantity(collection.failing, percent)} of a period’s debits fail for good; these members are out ${duration(collection.graceDays)} later, and ${unpaid} what they did not pay.`;
  if (funding === null) return [`Members are debited after the settlement. ${failing}`];
  const { deposit, credit, minimum, topUp, interest, refundToLeavers, spent } = funding;
  return [
    `Members pay ${quantity(deposit, write)} in when they join${credit === 0 ? "" : `, the operator adds ${quantity(credit, write)}`}; shares are taken from that. ${collection.unpaid === "operator" ? "The operator bears" : "The next period bears"} what a deposit does not cover.`,
    `Below ${quantity(minimum, write)}, ${topUpInWords(stage.members?.classes ?? [], topUp.portion)} top up ${quantity(topUp.amount, write)}; the others are out.`,
    `Deposits bear ${interest === 0 ? "no interest" : `${quantity(interest, percent)} interest a year`}; leavers ${refundToLeavers ? "get back what is left" : "forfeit what is left to the operator"}${spent === 0 ? "" : `; ${quantity(spent, percent)} of the deposits has been spent when the plan ends`}.`,
  ];
};

type Classes = NonNullable<Parameters<Words>[0]["subject"]["stage"]["members"]>["classes"];

function topUpInWords(classes: Classes, portion: Parameters<typeof quantity>[0]): string {
  const own = classes.filter(({ topUp }) => topUp !== null);
  if (own.length === 0) return quantity(portion, percent);
  return listed(classes.map(({ name, topUp }) => `${quantity(topUp ?? portion, percent)} of “${name}”`));
}
