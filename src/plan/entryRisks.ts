import { ageOutProbability, attainedIn, belowAgeLimit, perPeriod, rateAt } from "./attained.ts";
import type { Plan } from "./plan.ts";

/** What one period holds for members by entry age and sex, before class, level, select factor and shock. */
export interface EntryRisks {
  /** By tier: annual claim rate, times the part of the period covered. */
  readonly claim: readonly Float64Array[];
  /** Table incidence of all illnesses, times the part of the period covered. */
  readonly incidence: Float64Array;
  /** Probabilities in the period. */
  readonly death: Float64Array;
  readonly ageOut: Float64Array;
  readonly meanAge: Float64Array;
}

type Ageing = Pick<Plan, "ages" | "tiers" | "cohorts" | "periods" | "periodsPerYear">;

/** Room for the risks of so many cohorts, all entries of one after those of another. */
export function newEntryRisks({ ages, tiers }: Ageing, cohorts: number): EntryRisks {
  const numbers = () => new Float64Array(cohorts * ages.entries.length);
  return {
    claim: tiers.map(numbers),
    incidence: numbers(),
    death: numbers(),
    ageOut: numbers(),
    meanAge: numbers(),
  };
}

/** Fills in cohort `c` in period `t`, its entries from index `first` on. */
export function fillEntryRisks(plan: Ageing, t: number, c: number, out: EntryRisks, first: number): void {
  const { ages, cohorts, periodsPerYear: perYear } = plan;
  const { joined } = cohorts[c];
  const tables = ages.tables[plan.periods[t].rules];
  const attained = attainedIn(t, joined, perYear);
  const at = t * cohorts.length + c;
  ages.entries.forEach(({ age, sex }, e) => {
    const i = first + e;
    const rate = (of: Float64Array) => rateAt(of, tables, sex, age, attained);
    out.claim.forEach((claim, tier) => {
      const covered = ages.coveredByTier[tier][at];
      claim[i] = covered > 0 ? covered * rate(tables.claim[tier]) : 0;
    });
    out.incidence[i] = ages.covered[at] * rate(tables.incidence);
    out.death[i] = perPeriod(rate(tables.mortality), perYear);
    out.ageOut[i] = ageOutProbability(age, t, joined, perYear, tables.leaveAt);
    out.meanAge[i] = age + attained.years + belowAgeLimit(age, attained.years, tables.leaveAt) / 2;
  });
}
