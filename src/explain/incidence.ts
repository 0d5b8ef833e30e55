import { tableAges } from "../plan/cohorts.ts";
import type { Subject } from "./subject.ts";

/** Annual rates by sex and age: `x[sex * tableAges + age]`. */
export type Rates = Float64Array;

/** The claims of an illness per year as they will be used, without class, time since joining and shocks: table times levels. */
export function incidenceOf({ plan, rules, index, mean }: Subject, illness: string): Rates {
  const { claim } = plan.ages.tables[index];
  const rates = new Float64Array(2 * tableAges);
  plan.tiers.forEach((tier, t) => {
    if (tier.illness !== illness) return;
    const level = mean(rules.level) * mean(rules.tierLevels[t]);
    for (let i = 0; i < rates.length; i++) rates[i] += level * claim[t][i];
  });
  return rates;
}

/** The ages that members have under the rules of a stage: from the youngest joiner to the age limit. */
export function agesOf({ stage: { members } }: Subject): { readonly from: number; readonly to: number } {
  if (members === null) return { from: 0, to: -1 };
  const last = Number.isFinite(members.leaveAt) ? Math.ceil(members.leaveAt) - 1 : 100;
  return { from: Math.floor(members.joinFrom), to: Math.min(last, tableAges - 1) };
}
