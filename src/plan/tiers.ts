import { isPerClaim } from "../scenario/perClaim.ts";
import type { Amount, GroupRow, Illness, Scenario } from "../scenario/scenario.ts";
import type { Parameters } from "./parameters.ts";
import type { Param, Tier } from "./plan.ts";

/** The tiers of all stages, and what each stage makes of them. */
export interface PlanTiers {
  readonly tiers: readonly Tier[];
  /** By stage. */
  readonly stages: readonly StageTiers[];
}

/** One stage's view, by tier of the plan. */
export interface StageTiers {
  readonly levels: readonly Param[];
  /** The illness and ages (last birthday, both included) of the tier; null where the stage does not have it. */
  readonly claims: readonly (TierClaims | null)[];
}

export interface TierClaims {
  readonly illness: Illness;
  readonly fromAge: number;
  readonly toAge: number;
}

/**
 * One tier for every illness and amount: claims that are paid alike are counted together, over stages too.
 * Names (`severe 0-39`) are made from the scenario's, so that streams do not depend on its order.
 */
export function makeTiers(scenario: Scenario, parameters: Parameters): PlanTiers {
  return scenario.group
    ? groupTiers(scenario.group, scenario.stages.length, parameters)
    : coverTiers(scenario, parameters);
}

function coverTiers(scenario: Scenario, parameters: Parameters): PlanTiers {
  const tiers: Tier[] = [];
  const found = scenario.stages.map(({ cover }) => {
    const claims: { tier: number; level: Param; of: TierClaims }[] = [];
    for (const illness of cover?.illnesses ?? []) {
      for (const { ages, amount } of illness.benefits) {
        const tier = tierFor(tiers, illness, `${illness.name} ${ages.from}-${ages.to}`, amount, parameters);
        claims.push({
          tier,
          level: parameters.param(illness.level),
          of: { illness, fromAge: ages.from, toAge: ages.to },
        });
      }
    }
    return claims;
  });
  const stages = found.map((claims) => {
    const of = tiers.map((_, tier) => claims.find((claim) => claim.tier === tier));
    return { levels: of.map((claim) => claim?.level ?? 1), claims: of.map((claim) => claim?.of ?? null) };
  });
  return { tiers, stages };
}

/** The tier with this name and amount; a further amount under the same name gets a number: `severe 0-39 #2`. */
function tierFor(
  tiers: Tier[],
  illness: Illness,
  name: string,
  amount: Amount,
  parameters: Parameters,
): number {
  const tier = {
    illness: illness.name,
    classIndex: null,
    endsMembership: illness.endsMembership,
    amount: tierAmount(amount, parameters),
  };
  for (let version = 1; ; version++) {
    const versionName = version === 1 ? name : `${name} #${version}`;
    const known = tiers.findIndex((other) => other.name === versionName);
    if (known < 0) return tiers.push({ name: versionName, ...tier }) - 1;
    if (JSON.stringify(tiers[known]) === JSON.stringify({ name: versionName, ...tier })) return known;
  }
}

function groupTiers(group: readonly GroupRow[], stages: number, parameters: Parameters): PlanTiers {
  const tiers = group.map((row, classIndex) => ({
    name: row.className,
    illness: row.className,
    classIndex,
    endsMembership: row.endsMembership,
    amount: tierAmount(row.benefit, parameters),
  }));
  const levels = group.map((row) => parameters.param(row.claimProbability));
  const stage = { levels, claims: tiers.map(() => null) };
  return { tiers, stages: Array.from({ length: stages }, () => stage) };
}

function tierAmount(amount: Amount, parameters: Parameters): Tier["amount"] {
  return isPerClaim(amount) ? amount : parameters.param(amount);
}
