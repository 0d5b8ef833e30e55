import { attractionAt, lapseAt } from "../../../explain/pictures/reactions.ts";
import type { Reaction } from "../../../scenario/reaction.ts";
import type { Quantity } from "../../../scenario/scenario.ts";
import { formatNumber } from "../../format.ts";
import type { Told, Words } from "./context.ts";
import { money, percent, plain, quantity, type Write } from "./quantities.ts";

/** Of so many rows of a large group. */
const mostTold = 12;

/** How each class leaves, and is kept from joining, as the share rises; with the numbers at two shares. */
export const reactionsInWords: Words = (of) => {
  const { stage, pool, plan, scenario } = of.subject;
  const classes = stage.members?.classes ?? pool.group?.map(ofRow) ?? [];
  const write = money(scenario.currency);
  const told = classes.slice(0, mostTold).flatMap(({ name, lapse, reaction, joins }) => {
    const k = plan.classes.indexOf(name);
    return [
      `“${name}” members lapse ${quantity(lapse, percent)} a year${leaving(of, k, reaction, write)}.`,
      ...(joins.kind === "none" ? [] : [`Of “${name}” joiners, ${keptAway(of, k, joins, write)}.`]),
    ];
  });
  return classes.length > mostTold ? [...told, `And ${classes.length - mostTold} more.`] : told;
};

function ofRow({ className, lapse, reaction }: NonNullable<Told["subject"]["pool"]["group"]>[number]) {
  return { name: className, lapse, reaction, joins: { kind: "none" } as const };
}

function leaving(told: Told, k: number, reaction: Reaction<Quantity>, write: Write): string {
  if (reaction.kind === "none") return ", whatever the share is";
  return `; ${atShares(told, (share) => percent(lapseAt(told.subject, k, share)), write)} – ${ruleOf(reaction, write)}`;
}

function keptAway(told: Told, k: number, joins: Reaction<Quantity>, write: Write): string {
  const stay = atShares(
    told,
    (share) => `${percent(attractionAt(told.subject, k, share))} still come`,
    write,
  );
  return `${stay} – ${ruleOf(joins, write)}`;
}

/** "at a share of 100 yuan a year 14 %, at 200 yuan 31 %". */
function atShares({ shares: [low, high] }: Told, at: (share: number) => string, write: Write): string {
  return `at a share of ${write(low)} a year ${at(low)}, at ${write(high)} ${at(high)}`;
}

function ruleOf(reaction: Reaction<Quantity>, write: Write): string {
  switch (reaction.kind) {
    case "none":
      return "whatever the share is";
    case "power":
      return `with the share to the power of ${quantity(reaction.elasticity, plain)} above ${referenceOf(reaction.reference, write)}${reaction.most === undefined ? "" : `, at most ${quantity(reaction.most, plain)} times as many`}${over(reaction)}`;
    case "band":
      return `${quantity(reaction.lapseFrom, percent)} more from ${quantity(reaction.from, percent)} above ${referenceOf(reaction.reference, write)}, rising to ${quantity(reaction.lapseTo, percent)} at ${quantity(reaction.to, percent)}${over(reaction)}`;
    case "logit":
      return `a logistic curve about ${quantity(reaction.value, write)} a year, ${quantity(reaction.scale, write)} wide, up to ${quantity(reaction.most, percent)}${over(reaction)}`;
    case "threshold":
      return `all at once above ${quantity(reaction.willingness, write)} a year${over(reaction)}`;
  }
}

function referenceOf(reference: Quantity | "expectedAid", write: Write): string {
  return reference === "expectedAid" ? "the aid they may expect" : `${quantity(reference, write)} a year`;
}

function over({ lookBack }: { readonly lookBack: number }): string {
  return lookBack === 1 ? "" : ` (mean of the last ${formatNumber(lookBack)} settlements)`;
}
