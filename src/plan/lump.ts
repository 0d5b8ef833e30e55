import { type CellFactors, cellFactorsOf } from "./cellFactors.ts";
import { claimProbability, hasClaims } from "./claimProbability.ts";
import { isInPool } from "./cohorts.ts";
import { type EntryRisks, entryRisksOf } from "./entryRisks.ts";
import type { LumpedCells, PoolPlan, Rules } from "./plan.ts";

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
  const factorsOf = cellFactorsOf(plan);
  const several = plan.rules.map(({ counts }) => haveSeveralClaims(plan, counts));
  const work = newWork(plan.ages.entries.length);
  const weights = cohorts.flatMap(({ mix }) => classes.map(() => plan.ages.mixes[mix].slice()));
  periods.forEach(({ beyond, stage }, t) => {
    cohorts.forEach((cohort, c) => {
      if (beyond || !isInPool(cohort, t)) return;
      const risks = risksOf(t, c);
      const covered = plan.ages.covered[t * cohorts.length + c];
      factorsOf(t, c).forEach((factors, k) => {
        const at = (t * classes.length + k) * cohorts.length + c;
        const members = weights[c * classes.length + k];
        const cell = { at, members, risks, factors, covered, isSeveral: several[stage][k] };
        lumpCell(plan, lumped, cell, work);
      });
    });
  });
  return lumped;
}

/** By class: whether a member may have several claims in a period; rates are then mean numbers of claims. */
function haveSeveralClaims({ classes, tiers }: Unlumped, counts: Rules["counts"]): boolean[] {
  return classes.map((_, k) =>
    counts.some(({ kind }, tier) => hasClaims(tiers[tier], k) && kind !== "atMostOne"),
  );
}

/** A cohort and class in one period. */
interface Cell {
  /** Its index in all arrays of `LumpedCells`. */
  readonly at: number;
  /** By entry; what is left of them at the end of the period takes their place. */
  readonly members: Float64Array;
  readonly risks: EntryRisks;
  readonly factors: CellFactors;
  readonly covered: number;
  readonly isSeveral: boolean;
}

/** Memory for what is worked out of one cell, by entry. */
interface Work {
  readonly rate: Float64Array;
  readonly claimsPerRate: Float64Array;
  readonly claimed: Float64Array;
  readonly ill: Float64Array;
}

function newWork(entries: number): Work {
  const numbers = () => new Float64Array(entries);
  return { rate: numbers(), claimsPerRate: numbers(), claimed: numbers(), ill: numbers() };
}

/** Averages the risks of one cell over its entries and carries its members into the next period. */
function lumpCell(plan: Unlumped, lumped: LumpedCells, cell: Cell, work: Work): void {
  const { at } = cell;
  const members = sum(cell.members);
  if (members === 0) return;
  claim(plan, lumped, cell, work);
  fallIll(plan, cell, work);
  for (const numbers of lumped.claim) numbers[at] /= members;
  lumped.incidence[at] = incidenceOf(cell) / members;
  const afterClaims = members - sum(work.claimed);
  const ill = sum(work.ill);
  lumped.waitingIllness[at] = afterClaims > 0 ? ill / afterClaims : 0;
  leave(lumped, cell, work, afterClaims - ill);
}

/**
 * Claims by tier, and in `work.claimed` the memberships that they end. Tiers compete: a member has at most one claim a period, with
 * probability 1 - exp(-sum of rates / periods a year); but members of a closed group whose law allows several.
 */
function claim(plan: Unlumped, lumped: LumpedCells, cell: Cell, work: Work): void {
  const { at, members, risks, factors, isSeveral } = cell;
  const { rate, claimsPerRate, claimed } = work;
  sumRates(rate, factors.covered, risks);
  claimsPerRate.fill(0);
  claimed.fill(0);
  for (let e = 0; e < members.length; e++) {
    if (members[e] <= 0 || rate[e] <= 0) continue;
    const claims = isSeveral ? rate[e] : claimProbability(plan, rate[e]);
    claimsPerRate[e] = (members[e] * claims) / rate[e];
  }
  for (const [tier, factor] of factors.covered.entries()) {
    if (factor <= 0) continue;
    const rates = risks.claim[tier];
    const { endsMembership } = plan.tiers[tier];
    let ofTier = 0;
    for (let e = 0; e < members.length; e++) {
      const claims = claimsPerRate[e] * factor * rates[e];
      ofTier += claims;
      if (endsMembership) claimed[e] += claims;
    }
    lumped.claim[tier][at] = ofTier;
  }
  // Who has several claims ends one membership.
  for (let e = 0; e < members.length; e++) claimed[e] = Math.min(members[e], claimed[e]);
}

/** In `work.ill`, who of those without a claim falls ill while waiting. */
function fallIll(plan: Unlumped, { members, risks, factors }: Cell, { rate, claimed, ill }: Work): void {
  ill.fill(0);
  if (factors.waiting.every((factor) => factor <= 0)) return;
  sumRates(rate, factors.waiting, risks);
  for (let e = 0; e < members.length; e++) {
    if (members[e] > 0 && rate[e] > 0) ill[e] = (members[e] - claimed[e]) * claimProbability(plan, rate[e]);
  }
}

/** Adds up the annual claim rates of all tiers, by entry. */
function sumRates(into: Float64Array, factors: Float64Array, { claim: rates }: EntryRisks): void {
  into.fill(0);
  for (const [tier, factor] of factors.entries()) {
    if (factor <= 0) continue;
    const ofTier = rates[tier];
    for (let e = 0; e < into.length; e++) into[e] += factor * ofTier[e];
  }
}

/**
 * Who is neither claimant nor ill dies, comes to the age limit, or stays.
 *
 * @param staying how many these are
 */
function leave(
  lumped: LumpedCells,
  { at, members, risks }: Cell,
  { claimed, ill }: Work,
  staying: number,
): void {
  const { death, ageOut, meanAge, weight } = risks;
  let allDied = 0;
  let allAgedOut = 0;
  let ages = 0;
  let weights = 0;
  for (let e = 0; e < members.length; e++) {
    const well = members[e] - claimed[e] - ill[e];
    const died = well * death[e];
    const agedOut = (well - died) * ageOut[e];
    const left = well - died - agedOut;
    members[e] = left;
    ages += left * meanAge[e];
    weights += left * weight[e];
    allDied += died;
    allAgedOut += agedOut;
  }
  const left = staying - allDied - allAgedOut;
  lumped.meanAge[at] = left > 0 ? ages / left : 0;
  lumped.weight[at] = left > 0 ? weights / left : 1;
  lumped.death[at] = staying > 0 ? allDied / staying : 0;
  lumped.ageOut[at] = staying > allDied ? allAgedOut / (staying - allDied) : 1;
}

function incidenceOf({ members, risks, covered }: Cell): number {
  let incidence = 0;
  for (let e = 0; e < members.length; e++) incidence += members[e] * covered * risks.incidence[e];
  return incidence;
}

function sum(numbers: Float64Array): number {
  let total = 0;
  for (let e = 0; e < numbers.length; e++) total += numbers[e];
  return total;
}
