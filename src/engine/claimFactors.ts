import type { PoolPlan } from "../plan/plan.ts";
import { power } from "../random/power.ts";
import type { State } from "./state.ts";

/** Phase 1: how far incidence has grown up to the middle of the period, by lane; the same for all tiers and classes. */
export function setGrowth(
  { periodsPerYear }: PoolPlan,
  { rules: { trend }, growth }: State,
  t: number,
): void {
  const years = (t + 0.5) / periodsPerYear;
  for (let lane = 0; lane < growth.length; lane++)
    growth[lane] = trend[lane] === 0 ? 1 : power(1 + trend[lane], years);
}

/**
 * Phase 3's factor on the incidence of a tier and class, by lane: relativeRisk(class) level(tier) level trend(year)
 * shock(period), and 0 until the pool has started; where the select factor (which depends on the cohort) is still missing.
 *
 * @param tier null: without its level
 */
export function claimFactors(
  { rules, lanes, shocks, started, growth }: State,
  t: number,
  k: number,
  tier: number | null,
  out: Float64Array,
): void {
  const { relativeRisk } = rules.classes[k];
  const { level } = rules;
  const tierLevel = tier === null ? null : rules.tierLevels[tier];
  const { incidence } = shocks;
  const { count } = lanes;
  for (let lane = 0; lane < count; lane++) {
    const risk =
      relativeRisk[lane] *
      (tierLevel?.[lane] ?? 1) *
      level[lane] *
      growth[lane] *
      incidence[t * count + lane];
    out[lane] = started[lane] ? risk : 0;
  }
}
