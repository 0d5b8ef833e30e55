import { type EntryRisks, fillEntryRisks, newEntryRisks } from "./entryRisks.ts";
import { central } from "./parameters.ts";
import type { LumpedCells, Plan, Rules } from "./plan.ts";
import { selectFactor } from "./select.ts";

/** What lumping reads of a plan. */
export type Unlumped = Pick<
  Plan,
  "periods" | "periodsPerYear" | "classes" | "tiers" | "rules" | "cohorts" | "ages" | "draws" | "closedGroup"
>;

/**
 * Sums the cells of one cohort and class over its entry ages and sexes. A cell's ages change as its members age, die,
 * claim and leave for age; lapses do not change them, as they do not depend on age. So the mix is followed here, once
 * for all replications, at the central values of all factors: exact in expectation there, and to second order in the
 * (small) claim probabilities elsewhere.
 *
 * O(periods^2 classes entries tiers) time, O(periods cells tiers) memory.
 */
export function lump(plan: Unlumped): LumpedCells {
  const { periods, classes, cohorts, tiers } = plan;
  const numbers = () => new Float64Array(periods.length * classes.length * cohorts.length);
  const lumped: LumpedCells = {
    claim: tiers.map(numbers),
    incidence: numbers(),
    death: numbers(),
    ageOut: numbers(),
    meanAge: numbers(),
  };
  const risks = newEntryRisks(plan, 1);
  const factors = plan.rules.map((rules) => centralFactors(rules, plan.draws));
  const weights = cohorts.flatMap(({ rules }) => classes.map(() => plan.ages.mixes[rules].slice()));
  periods.forEach(({ beyond, rules }, t) => {
    cohorts.forEach(({ joined }, c) => {
      if (beyond || joined > t) return;
      fillEntryRisks(plan, t, c, risks, 0);
      classes.forEach((_, k) => {
        const claimFactors = tiers.map((_, tier) => centralClaimFactor(plan, factors[rules], t, c, k, tier));
        lumpCell(
          plan,
          lumped,
          risks,
          claimFactors,
          weights[c * classes.length + k],
          (t * classes.length + k) * cohorts.length + c,
        );
      });
    });
  });
  return lumped;
}

/** The central values (means) of the factors on incidence that `LumpedCells.claim` contains. */
export interface CentralFactors {
  readonly level: number;
  readonly trend: number;
  readonly tierLevels: readonly number[];
  readonly relativeRisks: readonly number[];
}

export function centralFactors(rules: Rules, draws: Plan["draws"]): CentralFactors {
  return {
    level: central(rules.level, draws),
    trend: central(rules.trend, draws),
    tierLevels: rules.tierLevels.map((level) => central(level, draws)),
    relativeRisks: rules.classes.map(({ relativeRisk }) => central(relativeRisk, draws)),
  };
}

/** Central factor on the incidence of a tier, class and cohort in a period; 0 where the class has no such claims. */
function centralClaimFactor(
  plan: Unlumped,
  of: CentralFactors,
  t: number,
  c: number,
  k: number,
  tier: number,
): number {
  const { classIndex } = plan.tiers[tier];
  if (classIndex !== null && classIndex !== k) return 0;
  const { select } = plan.rules[plan.periods[t].rules];
  const years = (t - plan.cohorts[c].joined + 0.5) / plan.periodsPerYear;
  const growth = (1 + of.trend) ** ((t + 0.5) / plan.periodsPerYear);
  const selected = selectFactor(select, years, (param) => central(param, plan.draws));
  return of.level * of.tierLevels[tier] * of.relativeRisks[k] * growth * selected;
}

/**
 * Averages the risks of one cell over its entries and carries their weights into the next period. Tiers compete: a
 * member has at most one claim a period, with probability 1 - exp(-sum of rates / periods a year).
 */
function lumpCell(
  plan: Unlumped,
  lumped: LumpedCells,
  risks: EntryRisks,
  factors: readonly number[],
  weights: Float64Array,
  at: number,
): void {
  const sums = { members: 0, claimed: 0, died: 0, agedOut: 0 };
  for (let e = 0; e < weights.length; e++) {
    const weight = weights[e];
    if (weight === 0) continue;
    const total = factors.reduce((sum, factor, tier) => sum + factor * risks.claim[tier][e], 0);
    const perRate = total === 0 ? 0 : claimProbability(plan, total) / total;
    let claimed = 0;
    factors.forEach((factor, tier) => {
      const ofTier = weight * perRate * factor * risks.claim[tier][e];
      lumped.claim[tier][at] += ofTier;
      if (plan.tiers[tier].endsMembership) claimed += ofTier;
    });
    const died = (weight - claimed) * risks.death[e];
    const agedOut = (weight - claimed - died) * risks.ageOut[e];
    weights[e] = weight - claimed - died - agedOut;
    lumped.incidence[at] += weight * risks.incidence[e];
    lumped.meanAge[at] += weight * risks.meanAge[e];
    sums.members += weight;
    sums.claimed += claimed;
    sums.died += died;
    sums.agedOut += agedOut;
  }
  toAverages(lumped, sums, at);
}

/** In a closed group claims are given as probabilities, else as annual rates. */
function claimProbability({ closedGroup, periodsPerYear }: Unlumped, total: number): number {
  return closedGroup ? Math.min(1, total) : -Math.expm1(-total / periodsPerYear);
}

function toAverages(
  lumped: LumpedCells,
  { members, claimed, died, agedOut }: Record<"members" | "claimed" | "died" | "agedOut", number>,
  at: number,
): void {
  if (members === 0) return;
  for (const numbers of [...lumped.claim, lumped.incidence, lumped.meanAge]) numbers[at] /= members;
  const afterClaims = members - claimed;
  lumped.death[at] = afterClaims > 0 ? died / afterClaims : 0;
  lumped.ageOut[at] = afterClaims > died ? agedOut / (afterClaims - died) : 1;
}
