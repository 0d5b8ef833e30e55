import { isAgainstBills, isPerClaim } from "../scenario/perClaim.ts";
import type { Amount, ClaimCount, GroupRow, Illness, PoolScenario, Quantity } from "../scenario/scenario.ts";
import type { Parameters } from "./parameters.ts";
import type { CountRule, Param, Tier } from "./plan.ts";

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
  /** The law of a member's claims in a period; empty in an open pool. */
  readonly counts: readonly CountRule[];
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
export function makeTiers(pool: PoolScenario, classes: readonly string[], parameters: Parameters): PlanTiers {
  return pool.group
    ? groupTiers(pool.group, pool.stages.length, parameters)
    : coverTiers(pool, classes, parameters);
}

function coverTiers(pool: PoolScenario, classes: readonly string[], parameters: Parameters): PlanTiers {
  const tiers: Tier[] = [];
  const found = pool.stages.map(({ cover }) => {
    const claims: { tier: number; level: Param; of: TierClaims }[] = [];
    for (const illness of cover?.illnesses ?? []) {
      for (const { ages, amount } of illness.benefits) {
        const tier = tierFor(tiers, {
          name: `${illness.name} ${ages.from}-${ages.to}`,
          illness: illness.name,
          classIndex: null,
          endsMembership: illness.endsMembership,
          movesToClass: illness.movesTo === null ? null : classes.indexOf(illness.movesTo),
          paidByOperator: illness.paidBy === "operator",
          amount: tierAmount(amount, parameters),
        });
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
    return {
      levels: of.map((claim) => claim?.level ?? 1),
      claims: of.map((claim) => claim?.of ?? null),
      counts: [],
    };
  });
  return { tiers, stages };
}

/** The tier with this name and amount; a further amount under the same name gets a number: `severe 0-39 #2`. */
function tierFor(tiers: Tier[], tier: Tier): number {
  for (let version = 1; ; version++) {
    const numbered = { ...tier, name: version === 1 ? tier.name : `${tier.name} #${version}` };
    const known = tiers.findIndex(({ name }) => name === numbered.name);
    if (known < 0) return tiers.push(numbered) - 1;
    if (sameTier(tiers[known], numbered)) return known;
  }
}

/** JSON knows no infinity: an amount without a limit is not one that has none to say. */
function sameTier(a: Tier, b: Tier): boolean {
  const text = (tier: Tier) =>
    JSON.stringify(tier, (_, value: unknown) => (value === Number.POSITIVE_INFINITY ? "unlimited" : value));
  return text(a) === text(b);
}

function groupTiers(group: readonly GroupRow[], stages: number, parameters: Parameters): PlanTiers {
  const tiers = group.map((row, classIndex) => ({
    name: row.className,
    illness: row.className,
    classIndex,
    endsMembership: row.endsMembership,
    movesToClass: null,
    paidByOperator: false,
    amount: tierAmount(row.benefit, parameters),
  }));
  const stage = {
    levels: group.map(({ claims }) => parameters.param(levelOf(claims))),
    claims: tiers.map(() => null),
    counts: group.map(({ claims }) => countRule(claims, parameters)),
  };
  return { tiers, stages: Array.from({ length: stages }, () => stage) };
}

/** The probability of a claim, or the mean number of claims. */
function levelOf(claims: ClaimCount): Quantity {
  return claims.kind === "atMostOne" ? claims.probability : claims.mean;
}

/** A geometric number is a negative binomial one of shape 1. */
function countRule(claims: ClaimCount, parameters: Parameters): CountRule {
  switch (claims.kind) {
    case "atMostOne":
    case "poisson":
      return { kind: claims.kind };
    case "geometric":
      return { kind: "negativeBinomial", shape: 1 };
    case "negativeBinomial":
      return { kind: "negativeBinomial", shape: parameters.param(claims.shape) };
  }
}

function tierAmount(amount: Amount, parameters: Parameters): Tier["amount"] {
  return isPerClaim(amount) || isAgainstBills(amount) ? amount : parameters.param(amount);
}
