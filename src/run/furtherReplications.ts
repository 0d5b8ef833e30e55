import { activeCauses } from "../plan/activeCauses.ts";
import { kindsOfLuck } from "../plan/kindsOfLuck.ts";
import type { Plan } from "../plan/plan.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { growthReplications, worldsWithout } from "./growthCauses.ts";
import { partnerCount } from "./varianceSources.ts";

/** Replications that tell where spread and growth come from, beside those of the run itself. */
export function furtherReplications(scenario: Scenario, plan: Plan): number {
  const { parameters, shocks } = kindsOfLuck(plan);
  const partners = parameters && shocks ? 2 : parameters || shocks ? 1 : 0;
  const causes = activeCauses(scenario).length;
  const { replications } = plan;
  return (
    partners * partnerCount(plan, plan) +
    worldsWithout(causes) * growthReplications(plan, replications, causes)
  );
}
