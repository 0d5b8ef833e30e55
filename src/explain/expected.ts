import { meanAid } from "../plan/aidAgainstBills.ts";
import { tableAges } from "../plan/cohorts.ts";
import type { Tier } from "../plan/plan.ts";
import { selectFactor } from "../plan/select.ts";
import { meanOf } from "../random/momentsOf.ts";
import { daysPerYear } from "../scenario/day.ts";
import { isAgainstBills, isPerClaim } from "../scenario/perClaim.ts";
import type { Expected } from "./explanation.ts";
import { meanOfQuantity } from "./meanOfQuantity.ts";
import { type Subject, yearsOf } from "./subject.ts";

/**
 * The share of a year that a stage's rules lead to, without any simulation: once waiting is over, and when the calendar ends. Of members
 * with the ages of joiners, in a pool as large as may be; nobody reacts, nothing is late, no cap binds.
 */
export function expectedShares(subject: Subject): Expected {
  const { rules, plan, mean, from, stage } = subject;
  const { premium, fee, feePerHead } = rules.sharing;
  const years = yearsOf(subject);
  const shareOf = (aid: number) => aid * (1 + mean(fee)) + mean(feePerHead) * plan.periodsPerYear;
  if (premium !== null) {
    const yearly = mean(premium.amount) * plan.periodsPerYear;
    return { from, firstShare: yearly, laterShare: yearly };
  }
  const waiting = meanOfQuantity(stage.cover?.waitingDays ?? 0) / daysPerYear;
  const growth = (1 + mean(rules.trend)) ** years;
  const risk = plan.closedGroup ? 1 : meanRisk(subject);
  return {
    from,
    firstShare: shareOf(risk * selectAt(subject, waiting) * aidPerYear(subject, 1)),
    laterShare: shareOf(
      risk *
        growth *
        selectAt(subject, Math.max(waiting, years)) *
        aidPerYear(subject, (1 + mean(rules.inflation)) ** years),
    ),
  };
}

/** The aid shared by a pool that a member of relative risk 1 may expect in a year by the tables, refusals taken off. */
export function aidPerYear(subject: Subject, inflation: number): number {
  const { plan, rules, mean } = subject;
  const { denied, jury } = rules;
  const granted = jury === null ? 0 : mean(jury.disputed) * mean(jury.granted);
  const approved = 1 - mean(denied) * (1 - granted);
  const aid = plan.tiers.reduce(
    (sum, tier, t) =>
      tier.paidByOperator ? sum : sum + claimsPerYear(subject, t) * meanAmountOf(tier, mean, inflation),
    0,
  );
  return aid * approved;
}

/** Claims of a tier per member and year: of joiners' ages, or of a closed group's row over all of it. */
function claimsPerYear({ plan, rules, index, mean }: Subject, t: number): number {
  const level = mean(rules.level) * mean(rules.tierLevels[t]);
  const { classIndex } = plan.tiers[t];
  if (plan.closedGroup) {
    const all = rules.classes.reduce((sum, { portion }) => sum + mean(portion), 0);
    const ofRow = classIndex === null ? all : mean(rules.classes[classIndex].portion);
    return (level * plan.periodsPerYear * ofRow) / all;
  }
  const { entries, mixes, tables } = plan.ages;
  const rates = tables[index].claim[t];
  return entries.reduce(
    (sum, { age, sex }, e) => sum + mixes[index][e] * level * rates[sex * tableAges + age],
    0,
  );
}

export function meanAmountOf({ amount }: Pick<Tier, "amount">, mean: Subject["mean"], inflation = 1): number {
  if (isAgainstBills(amount)) return meanAid(amount, inflation);
  return inflation * (isPerClaim(amount) ? meanOf(amount.perClaim) : mean(amount));
}

/** Mean relative risk of joiners. */
export function meanRisk({ rules: { classes }, mean }: Subject): number {
  const all = classes.reduce((sum, { portion }) => sum + mean(portion), 0);
  return classes.reduce((sum, of) => sum + mean(of.portion) * mean(of.relativeRisk), 0) / (all || 1);
}

function selectAt({ rules, mean }: Subject, years: number): number {
  return selectFactor(rules.select, years, mean);
}

/** What a class is asked for, relative to the mean: by its weight, or what it may expect to receive. Ages and tenure left aside. */
export function weightOfClass(subject: Subject, k: number): number {
  const { rules, mean, plan } = subject;
  const { weights } = rules.sharing;
  const all = rules.classes.reduce((sum, { portion }) => sum + mean(portion), 0) || 1;
  if (weights.kind === "class") {
    const average =
      rules.classes.reduce((sum, { portion }, i) => sum + mean(portion) * weights.weights[i], 0) / all;
    return average > 0 ? weights.weights[k] / average : 1;
  }
  if (weights.kind === "expectedCost" && !plan.closedGroup)
    return mean(rules.classes[k].relativeRisk) / (meanRisk(subject) || 1);
  return 1;
}

/** What a covered member of a class may expect to receive in a year once waiting is over; see `Reaction`. */
export function expectedAidOf(subject: Subject, k: number): number {
  const { plan, rules, mean, stage } = subject;
  const waiting = meanOfQuantity(stage.cover?.waitingDays ?? 0) / daysPerYear;
  if (!plan.closedGroup)
    return mean(rules.classes[k].relativeRisk) * selectAt(subject, waiting) * aidPerYear(subject, 1);
  const own = plan.tiers.reduce(
    (sum, tier, t) =>
      tier.classIndex === k ? sum + mean(rules.tierLevels[t]) * meanAmountOf(tier, mean) : sum,
    0,
  );
  return own * plan.periodsPerYear * (1 - mean(rules.denied));
}
