import { ageOutProbability, asJoined, attainedIn, belowAgeLimit, perPeriod, rateAt } from "./attained.ts";
import { hazardOf } from "./hazard.ts";
import type { PoolPlan } from "./plan.ts";

/** What one period holds for members by entry age and sex, before cover, class, level, select factor and shock. */
export interface EntryRisks {
  /** Annual claim rate by tier. */
  readonly claim: readonly Float64Array[];
  /** Annual table incidence of all illnesses. */
  readonly incidence: Float64Array;
  /** Probabilities in the period. */
  readonly death: Float64Array;
  readonly ageOut: Float64Array;
  /** The same as hazards; null where all are 0. */
  readonly deathHazard: Float64Array | null;
  readonly ageOutHazard: Float64Array | null;
  readonly meanAge: Float64Array;
  /** Weight of a share by age; 1 where the rule is another. */
  readonly weight: Float64Array;
}

export type Ageing = Pick<
  PoolPlan,
  "ages" | "tiers" | "cohorts" | "periods" | "periodsPerYear" | "rules" | "behaviour"
>;

/**
 * Gives the risks of a cohort's entries in a period. They depend on the rules and on the time since joining only, so
 * they are worked out once for all cohorts that come to be so old. Initial members have their entry age at the start.
 */
export function entryRisksOf(plan: Ageing): (t: number, c: number) => EntryRisks {
  // By stage, then periods since joining.
  const known = plan.rules.map((): (EntryRisks | undefined)[] => []);
  return (t, c) => {
    const since = t - Math.max(0, plan.cohorts[c].joined);
    const { stage } = plan.periods[t];
    known[stage][since] ??= entryRisks(plan, stage, since);
    return known[stage][since];
  };
}

/** @param since whole periods since joining */
function entryRisks(
  { ages, tiers, periodsPerYear, rules, behaviour: { membersAge } }: Ageing,
  stage: number,
  since: number,
): EntryRisks {
  const tables = ages.tables[stage];
  const attained = membersAge ? attainedIn(since, periodsPerYear) : asJoined;
  const byEntry = (risk: (age: number, sex: number) => number) => {
    const risks = new Float64Array(ages.entries.length);
    for (let e = 0; e < risks.length; e++) risks[e] = risk(ages.entries[e].age, ages.entries[e].sex);
    return risks;
  };
  const { weights } = rules[stage].sharing;
  const rate = (of: Float64Array) => byEntry((age, sex) => rateAt(of, tables, sex, age, attained));
  const death = rate(tables.mortality).map((annual) => perPeriod(annual, periodsPerYear));
  const ageOut = byEntry((age) =>
    membersAge ? ageOutProbability(age, since, periodsPerYear, tables.leaveAt) : 0,
  );
  return {
    claim: tiers.map((_, tier) => rate(tables.claim[tier])),
    incidence: rate(tables.incidence),
    death,
    ageOut,
    deathHazard: hazardsOf(death),
    ageOutHazard: hazardsOf(ageOut),
    meanAge: byEntry((age) => age + attained.years + belowAgeLimit(age, attained.years, tables.leaveAt) / 2),
    // The same for both sexes.
    weight: byEntry((age) =>
      weights.kind === "age" ? rateAt(weights.weights, tables, 0, age, attained) : 1,
    ),
  };
}

function hazardsOf(probabilities: Float64Array): Float64Array | null {
  return probabilities.some((probability) => probability > 0) ? probabilities.map(hazardOf) : null;
}
