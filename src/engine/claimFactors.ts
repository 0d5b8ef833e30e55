import type { PoolPlan } from "../plan/plan.ts";
import { power } from "../random/power.ts";
import type { State } from "./state.ts";

/**
 * Phase 3's factor on the incidence of a tier and class, by lane: relativeRisk(class) level(tier) level trend(year)
 * shock(period), and 0 until the pool has started; where the select factor (which depends on the cohort) is still missing.
 *
 * @param tier null: without its level
 */
export function claimFactors(
  plan: PoolPlan,
  { rules, lanes, shocks, started }: State,
  t: number,
  k: number,
  tier: number | null,
  out: Float64Array,
): void {
  const years = (t + 0.5) / plan.periodsPerYear;
  const { relativeRisk } = rules.classes[k];
  const { level, trend } = rules;
  const tierLevel = tier === null ? null : rules.tierLevels[tier];
  for (let lane = 0; lane < lanes.count; lane++) {
    const growth = trend[lane] === 0 ? 1 : power(1 + trend[lane], years);
    const risk =
      relativeRisk[lane] *
      (tierLevel?.[lane] ?? 1) *
      level[lane] *
      growth *
      shocks.incidence[t * lanes.count + lane];
    out[lane] = started[lane] ? risk : 0;
  }
}
