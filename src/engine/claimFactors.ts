import type { Plan } from "../plan/plan.ts";
import { power } from "../random/power.ts";
import type { State } from "./state.ts";

/**
 * Phase 3's factor on the incidence of a tier and class, by lane: relativeRisk(class) level(tier) level trend(year)
 * shock(period), where the select factor (which depends on the cohort) is still missing.
 */
export function claimFactors(
  plan: Plan,
  { rules, lanes, shocks }: State,
  t: number,
  k: number,
  tier: number,
  out: Float64Array,
): void {
  const years = (t + 0.5) / plan.periodsPerYear;
  const { relativeRisk } = rules.classes[k];
  const { level, trend } = rules;
  const tierLevel = rules.tierLevels[tier];
  for (let lane = 0; lane < lanes.count; lane++) {
    const growth = trend[lane] === 0 ? 1 : power(1 + trend[lane], years);
    out[lane] =
      relativeRisk[lane] * tierLevel[lane] * level[lane] * growth * shocks.incidence[t * lanes.count + lane];
  }
}
