import { power } from "../random/power.ts";
import { type CentralFactors, centralFactors } from "./centralFactors.ts";
import { claimProbability, hasClaims } from "./claimProbability.ts";
import { isInPool } from "./cohorts.ts";
import { type EntryRisks, entryRisksOf } from "./entryRisks.ts";
import { central } from "./parameters.ts";
import type { LumpedCells, PoolPlan } from "./plan.ts";
import { selectFactor } from "./select.ts";

/** What lumping reads of a plan. */
export type Unlumped = Pick<
  PoolPlan,
  | "periods"
  | "periodsPerYear"
  | "classes"
  | "tiers"
  | "rules"
  | "cohorts"
  | "ages"
  | "draws"
  | "closedGroup"
  | "behaviour"
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
    waitingIllness: numbers(),
    death: numbers(),
    ageOut: numbers(),
    meanAge: numbers(),
    weight: numbers(),
  };
  const risksOf = entryRisksOf(plan);
  const factorsOf = claimFactorsOf(plan);
  const weights = cohorts.flatMap(({ mix }) => classes.map(() => plan.ages.mixes[mix].slice()));
  periods.forEach(({ beyond }, t) => {
    cohorts.forEach((cohort, c) => {
      if (beyond || !isInPool(cohort, t)) return;
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

/** Central factors on the annual claim rates of a cell, by tier: of its covered part of a period, and of the part that waits. */
interface CellFactors {
  readonly covered: readonly number[];
  readonly waiting: readonly number[];
  /** Whether a member may have several claims in a period: rates are then mean numbers of claims. */
  readonly isSeveral: boolean;
}

/** Gives the factors of a cell in a period; 0 where the class has no such claims, or the rules do not look at the waiting. */
function claimFactorsOf(plan: Unlumped): (t: number, c: number, k: number) => CellFactors {
  const { periods, cohorts, periodsPerYear: perYear } = plan;
  const centrals: readonly CentralFactors[] = plan.rules.map((rules) => centralFactors(rules, plan.draws));
  return (t, c, k) => {
    const { stage } = periods[t];
    const { level, trend, tierLevels, relativeRisks } = centrals[stage];
    const common =
      level * relativeRisks[k] * centralSelect(plan, t, c) * power(1 + trend, (t + 0.5) / perYear);
    const factors = (part: (covered: number) => number) =>
      plan.tiers.map((of, tier) => {
        if (!hasClaims(of, k)) return 0;
        return common * tierLevels[tier] * part(plan.ages.coveredByTier[tier][t * cohorts.length + c]);
      });
    const isRefunded = plan.rules[stage].refundsWaitingIllness;
    return {
      covered: factors((covered) => covered),
      waiting: factors((covered) => (isRefunded ? 1 - covered : 0)),
      isSeveral: plan.rules[stage].counts.some(
        ({ kind }, tier) => hasClaims(plan.tiers[tier], k) && kind !== "atMostOne",
      ),
    };
  };
}

/**
 * The select factor that a cell's lumped claims contain. When those joined who reached another pool's age limit depends on the
 * replication: theirs contain none.
 */
export function centralSelect(
  { rules, draws, periods, cohorts, periodsPerYear }: Unlumped,
  t: number,
  c: number,
): number {
  const { joined, from } = cohorts[c];
  if (from.kind === "aged") return 1;
  const years = (t - joined + 0.5) / periodsPerYear;
  return selectFactor(rules[periods[t].stage].select, years, (param) => central(param, draws));
}

/**
 * Averages the risks of one cell over its entries and carries their weights into the next period. Tiers compete: a
 * member has at most one claim a period, with probability 1 - exp(-sum of rates / periods a year); but members of a closed group
 * whose law allows several.
 */
function lumpCell(
  plan: Unlumped,
  lumped: LumpedCells,
  risks: EntryRisks,
  covered: number,
  { covered: factors, waiting, isSeveral }: CellFactors,
  weights: Float64Array,
  at: number,
): void {
  const { tiers } = plan;
  const active = factors.flatMap((factor, tier) => (factor > 0 ? [tier] : []));
  const awaited = waiting.flatMap((factor, tier) => (factor > 0 ? [tier] : []));
  let members = 0;
  let allClaimed = 0;
  let allIll = 0;
  let allDied = 0;
  let allAgedOut = 0;
  for (let e = 0; e < weights.length; e++) {
    const weight = weights[e];
    if (weight === 0) continue;
    let total = 0;
    for (const tier of active) total += factors[tier] * risks.claim[tier][e];
    const perRate = total > 0 ? (weight * claimsOfMember(plan, total, isSeveral)) / total : 0;
    let claimed = 0;
    for (const tier of active) {
      const ofTier = perRate * factors[tier] * risks.claim[tier][e];
      lumped.claim[tier][at] += ofTier;
      if (tiers[tier].endsMembership) claimed += ofTier;
    }
    // Who has several claims ends one membership.
    claimed = Math.min(weight, claimed);
    let waitingRate = 0;
    for (const tier of awaited) waitingRate += waiting[tier] * risks.claim[tier][e];
    const ill = waitingRate > 0 ? (weight - claimed) * claimProbability(plan, waitingRate) : 0;
    const left = weight - claimed - ill;
    const died = left * risks.death[e];
    const agedOut = (left - died) * risks.ageOut[e];
    weights[e] = left - died - agedOut;
    lumped.incidence[at] += weight * covered * risks.incidence[e];
    lumped.meanAge[at] += weights[e] * risks.meanAge[e];
    lumped.weight[at] += weights[e] * risks.weight[e];
    members += weight;
    allClaimed += claimed;
    allIll += ill;
    allDied += died;
    allAgedOut += agedOut;
  }
  if (members === 0) return;
  for (const numbers of [...lumped.claim, lumped.incidence]) numbers[at] /= members;
  const afterClaims = members - allClaimed;
  const afterIllness = afterClaims - allIll;
  const left = afterIllness - allDied - allAgedOut;
  lumped.meanAge[at] = left > 0 ? lumped.meanAge[at] / left : 0;
  lumped.weight[at] = left > 0 ? lumped.weight[at] / left : 1;
  lumped.waitingIllness[at] = afterClaims > 0 ? allIll / afterClaims : 0;
  lumped.death[at] = afterIllness > 0 ? allDied / afterIllness : 0;
  lumped.ageOut[at] = afterIllness > allDied ? allAgedOut / (afterIllness - allDied) : 1;
}

/** The mean number of claims of a member, from the sum of the rates. */
function claimsOfMember(plan: Unlumped, total: number, isSeveral: boolean): number {
  return isSeveral ? total : claimProbability(plan, total);
}
