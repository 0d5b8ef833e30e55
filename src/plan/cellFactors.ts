import { power } from "../random/power.ts";
import { type CentralFactors, centralFactors } from "./centralFactors.ts";
import { hasClaims } from "./claimProbability.ts";
import { central } from "./parameters.ts";
import type { PoolPlan } from "./plan.ts";
import { selectFactor } from "./select.ts";

/** Central factors on the annual claim rates of a cell, by tier: of its covered part of a period, and of the part that waits. */
export interface CellFactors {
  readonly covered: Float64Array;
  readonly waiting: Float64Array;
}

type Factored = Pick<
  PoolPlan,
  "periods" | "periodsPerYear" | "tiers" | "rules" | "cohorts" | "ages" | "draws"
>;

/**
 * Gives the factors of a cohort's cells in a period, by class; 0 where the class has no such claims, or the rules do not look at
 * the waiting.
 */
export function cellFactorsOf(plan: Factored): (t: number, c: number) => readonly CellFactors[] {
  const { periods, cohorts, periodsPerYear: perYear } = plan;
  const centrals: readonly CentralFactors[] = plan.rules.map((rules) => centralFactors(rules, plan.draws));
  return (t, c) => {
    const { stage } = periods[t];
    const { level, trend, tierLevels, relativeRisks } = centrals[stage];
    const covered = Float64Array.from(plan.ages.coveredByTier, (parts) => parts[t * cohorts.length + c]);
    const isRefunded = plan.rules[stage].refundsWaitingIllness;
    const waiting = covered.map((part) => (isRefunded ? 1 - part : 0));
    const select = centralSelect(plan, t, c);
    const grown = power(1 + trend, (t + 0.5) / perYear);
    return relativeRisks.map((relativeRisk, k) => {
      const common = level * relativeRisk * select * grown;
      const times = (part: number, tier: number) =>
        hasClaims(plan.tiers[tier], k) ? common * tierLevels[tier] * part : 0;
      return { covered: covered.map(times), waiting: waiting.map(times) };
    });
  };
}

/**
 * The select factor that a cell's lumped claims contain. When those joined who reached another pool's age limit depends on the
 * replication: theirs contain none.
 */
export function centralSelect(
  { rules, draws, periods, cohorts, periodsPerYear }: Factored,
  t: number,
  c: number,
): number {
  const { joined, from } = cohorts[c];
  if (from.kind === "aged") return 1;
  const years = (t - joined + 0.5) / periodsPerYear;
  return selectFactor(rules[periods[t].stage].select, years, (param) => central(param, draws));
}
