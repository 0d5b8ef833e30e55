import { power } from "../random/power.ts";
import { type CentralFactors, centralFactors } from "./centralFactors.ts";
import { claimProbability, hasClaims } from "./claimProbability.ts";
import { type EntryRisks, entryRisksOf } from "./entryRisks.ts";
import { central } from "./parameters.ts";
import type { LumpedCells, Plan } from "./plan.ts";
import { selectFactor } from "./select.ts";

/** What lumping reads of a plan. */
type Unlumped = Pick<
  Plan,
  "periods" | "periodsPerYear" | "classes" | "tiers" | "rules" | "cohorts" | "ages" | "draws" | "closedGroup"
>;

/**
 * Sums the cells of one cohort and class over its entry ages and sexes. A cell's ages change as its members age, die,
 * claim and leave for age; lapses do not change them, as they do not depend on age. So the mix is followed here, once
 * for all replications, at the central values of all factors: exact in expectation there, and to second order in the
 * (small) claim probabilities elsewhere.
 *
 * O(periods cells entries tiers) time, O(periods cells tiers) memory.
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
  const risksOf = entryRisksOf(plan);
  const factorsOf = claimFactorsOf(plan);
  const weights = cohorts.flatMap(({ stage }) => classes.map(() => plan.ages.mixes[stage].slice()));
  periods.forEach(({ beyond }, t) => {
    cohorts.forEach(({ joined }, c) => {
      if (beyond || joined > t) return;
      const risks = risksOf(t, c);
      const covered = plan.ages.covered[t * cohorts.length + c];
      for (let k = 0; k < classes.length; k++) {
        const at = (t * classes.length + k) * cohorts.length + c;
        lumpCell(plan, lumped, risks, covered, factorsOf(t, c, k), weights[c * classes.length + k], at);
      }
    });
  });
  return lumped;
}

/**
 * Gives, by tier, the central factor on the annual claim rate of a cell in a period, the part of it that is covered
 * included; 0 where the class has no such claims.
 */
function claimFactorsOf(plan: Unlumped): (t: number, c: number, k: number) => readonly number[] {
  const { periods, cohorts, periodsPerYear: perYear } = plan;
  const centrals: readonly CentralFactors[] = plan.rules.map((rules) => centralFactors(rules, plan.draws));
  return (t, c, k) => {
    const { stage } = periods[t];
    const { level, trend, tierLevels, relativeRisks } = centrals[stage];
    const years = (t - cohorts[c].joined + 0.5) / perYear;
    const select = selectFactor(plan.rules[stage].select, years, (param) => central(param, plan.draws));
    const common = level * relativeRisks[k] * select * power(1 + trend, (t + 0.5) / perYear);
    return plan.tiers.map((of, tier) => {
      return hasClaims(of, k)
        ? common * tierLevels[tier] * plan.ages.coveredByTier[tier][t * cohorts.length + c]
        : 0;
    });
  };
}

/**
 * Averages the risks of one cell over its entries and carries their weights into the next period. Tiers compete: a
 * member has at most one claim a period, with probability 1 - exp(-sum of rates / periods a year).
 */
function lumpCell(
  plan: Unlumped,
  lumped: LumpedCells,
  risks: EntryRisks,
  covered: number,
  factors: readonly number[],
  weights: Float64Array,
  at: number,
): void {
  const { tiers } = plan;
  const active = factors.flatMap((factor, tier) => (factor > 0 ? [tier] : []));
  let members = 0;
  let allClaimed = 0;
  let allDied = 0;
  let allAgedOut = 0;
  for (let e = 0; e < weights.length; e++) {
    const weight = weights[e];
    if (weight === 0) continue;
    let total = 0;
    for (const tier of active) total += factors[tier] * risks.claim[tier][e];
    const perRate = total > 0 ? (weight * claimProbability(plan, total)) / total : 0;
    let claimed = 0;
    for (const tier of active) {
      const ofTier = perRate * factors[tier] * risks.claim[tier][e];
      lumped.claim[tier][at] += ofTier;
      if (tiers[tier].endsMembership) claimed += ofTier;
    }
    const died = (weight - claimed) * risks.death[e];
    const agedOut = (weight - claimed - died) * risks.ageOut[e];
    weights[e] = weight - claimed - died - agedOut;
    lumped.incidence[at] += weight * covered * risks.incidence[e];
    lumped.meanAge[at] += weights[e] * risks.meanAge[e];
    members += weight;
    allClaimed += claimed;
    allDied += died;
    allAgedOut += agedOut;
  }
  if (members === 0) return;
  for (const numbers of [...lumped.claim, lumped.incidence]) numbers[at] /= members;
  const left = members - allClaimed - allDied - allAgedOut;
  lumped.meanAge[at] = left > 0 ? lumped.meanAge[at] / left : 0;
  const afterClaims = members - allClaimed;
  lumped.death[at] = afterClaims > 0 ? allDied / afterClaims : 0;
  lumped.ageOut[at] = afterClaims > allDied ? allAgedOut / (afterClaims - allDied) : 1;
}
