import { worldReplications } from "./growthCauses.ts";
import type { Ready } from "./prepare.ts";
import { partnerReplications } from "./varianceSources.ts";

/** Replications that tell where spread and growth come from, beside those of the run itself. */
export function furtherReplications({ scenario, plan }: Pick<Ready, "scenario" | "plan">): number {
  return partnerReplications(plan) + worldReplications(scenario, plan);
}
