import { power } from "../random/power.ts";
import { centralFactors } from "./centralFactors.ts";
import { claimProbability, hasClaims } from "./claimProbability.ts";
import { central } from "./parameters.ts";
import type { PoolPlan } from "./plan.ts";
import { selectFactor } from "./select.ts";

type Compiled = Pick<
  PoolPlan,
  "rules" | "draws" | "ages" | "closedGroup" | "classes" | "tiers" | "periodsPerYear" | "periods" | "cohorts"
>;

/**
 * The largest probability, over rules, classes, ages, sexes and time, that a member has a claim in one period; at the
 * central values of uncertain numbers and without shocks.
 */
export function largestClaimProbability(plan: Compiled): number {
  let largest = 0;
  for (let stage = 0; stage < plan.rules.length; stage++) {
    for (let k = 0; k < plan.classes.length; k++) {
      largest = Math.max(largest, largestFactor(plan, stage, k) * largestRate(plan, stage, k));
    }
  }
  return claimProbability(plan, largest);
}

/** Level, relative risk, and the largest that trend and select factor become within the plan. */
function largestFactor(
  { rules, draws, periods, periodsPerYear, cohorts }: Compiled,
  stage: number,
  k: number,
): number {
  const { level, trend, relativeRisks } = centralFactors(rules[stage], draws);
  const years = periods.length / periodsPerYear;
  // Initial members joined before the first period.
  const longest = Math.max(0, ...cohorts.map(({ joined }) => periods.length - joined)) / periodsPerYear;
  const select = Array.from({ length: Math.ceil(longest) + 1 }, (_, year) =>
    selectFactor(rules[stage].select, year, (param) => central(param, draws)),
  );
  return level * relativeRisks[k] * Math.max(1, power(1 + trend, years)) * Math.max(...select);
}

/** The largest annual rate of all tiers together at an age a member may have. */
function largestRate(
  { rules, draws, ages, tiers, periods, periodsPerYear }: Compiled,
  stage: number,
  k: number,
): number {
  const tables = ages.tables[stage];
  const levels = tiers.map((of, tier) =>
    hasClaims(of, k) ? central(rules[stage].tierLevels[tier], draws) : 0,
  );
  const joinAges = ages.entries.map(({ age }) => age);
  const years = Math.ceil(periods.length / periodsPerYear);
  const youngest = Math.min(...joinAges);
  const oldest = Math.min(Math.max(...joinAges) + years, tables.ageCount - 1, Math.ceil(tables.leaveAt) - 1);
  let largest = 0;
  for (const sex of [0, 1]) {
    for (let age = youngest; age <= oldest; age++) {
      let rate = 0;
      for (let tier = 0; tier < levels.length; tier++)
        rate += levels[tier] * tables.claim[tier][sex * tables.ageCount + age];
      largest = Math.max(largest, rate);
    }
  }
  return largest;
}
