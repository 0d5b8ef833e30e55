import {
  type Attained,
  ageOutProbability,
  attainedIn,
  belowAgeLimit,
  perPeriod,
  rateAt,
} from "./attained.ts";
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
  const known = new Map<string, EntryRisks>();
  return (t, c) => {
    const since = t - Math.max(0, plan.cohorts[c].joined);
    const { stage } = plan.periods[t];
    const key = `${stage} ${since}`;
    const risks = known.get(key) ?? entryRisks(plan, stage, since);
    known.set(key, risks);
    return risks;
  };
}

const notAged: Attained = { years: 0, whole: 0, part: 0 };

/** @param since whole periods since joining */
function entryRisks(
  { ages, tiers, periodsPerYear, rules, behaviour: { membersAge } }: Ageing,
  stage: number,
  since: number,
): EntryRisks {
  const tables = ages.tables[stage];
  const attained = membersAge ? attainedIn(since, periodsPerYear) : notAged;
  const byEntry = (risk: (age: number, sex: number) => number) =>
    Float64Array.from(ages.entries, ({ age, sex }) => risk(age, sex));
  const { weights } = rules[stage].sharing;
  const rate = (of: Float64Array) => byEntry((age, sex) => rateAt(of, tables, sex, age, attained));
  return {
    claim: tiers.map((_, tier) => rate(tables.claim[tier])),
    incidence: rate(tables.incidence),
    death: rate(tables.mortality).map((annual) => perPeriod(annual, periodsPerYear)),
    ageOut: byEntry((age) =>
      membersAge ? ageOutProbability(age, since, periodsPerYear, tables.leaveAt) : 0,
    ),
    meanAge: byEntry((age) => age + attained.years + belowAgeLimit(age, attained.years, tables.leaveAt) / 2),
    // The same for both sexes.
    weight: byEntry((age) =>
      weights.kind === "age" ? rateAt(weights.weights, tables, 0, age, attained) : 1,
    ),
  };
}
