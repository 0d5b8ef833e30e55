import { meanOf } from "../random/momentsOf.ts";
import { power } from "../random/power.ts";
import { isAgainstBills, isPerClaim } from "../scenario/perClaim.ts";
import { ageGroupOf, ageGroups } from "./ageGroups.ts";
import { meanAid } from "./aidAgainstBills.ts";
import { asJoined, attainedIn } from "./attained.ts";
import { centralSelect } from "./cellFactors.ts";
import { centralFactors } from "./centralFactors.ts";
import { claimProbability } from "./claimProbability.ts";
import { isInPool } from "./cohorts.ts";
import { type EntryRisks, entryRisksOf } from "./entryRisks.ts";
import { central } from "./parameters.ts";
import type { PoolPlan, TierAmount } from "./plan.ts";
import { tenureWeight } from "./sharing/tenureWeight.ts";
import { yearRange } from "./yearRange.ts";

/** Who came into a pool and left it, by period: means over the replications, of all copies together. */
export interface MeanFlows {
  readonly initial: number;
  readonly joiners: readonly number[];
  readonly movedIn: readonly number[];
  /** The part of the members that lapsed or defaulted. */
  readonly left: readonly number[];
  /** Mean relative risk of the members, as the rules have it. */
  readonly risk: readonly number[];
}

/** What members of an age band and sex bear and can expect in a year; `asked` sums to `expectedAid`. */
export interface AgeGroupAid {
  readonly ages: string;
  readonly sex: "men" | "women";
  /** Mean number over the year's periods. */
  readonly members: number;
  readonly asked: number;
  readonly expectedAid: number;
}

/** The same of a year of a pool. */
export interface AgeYear {
  /** Empty where the plan has one pool only. */
  readonly pool: string;
  readonly year: number;
  readonly groups: readonly AgeGroupAid[];
}

/**
 * The aid that members of each age and sex can expect in a year, at the central values of uncertain numbers and without shocks, and
 * what they bear of all of it by the rule of sharing (without fee, caps, rounding and refusals; illness that the operator pays for
 * is left out). Members are followed as the fast engine's cells are (see `lump`), all classes together; how many joined and left
 * is taken from `flows`, as leaving does not depend on age. Whoever comes from another pool's age limit comes with its mix.
 *
 * O(periods cohorts entries tiers). Empty groups are left out; a closed group has no ages, and so none.
 */
export function aidByAge(plan: PoolPlan, year: number, flows: MeanFlows): AgeGroupAid[] {
  if (plan.closedGroup) return [];
  const [from, to] = yearRange(plan.periods, year);
  const periods = plan.periods.slice(from, to).filter(({ beyond }) => !beyond).length;
  const sums = { persons: newSums(), weight: newSums(), aid: newSums() };
  const risksOf = entryRisksOf(plan);
  const factorsOf = tierFactorsOf(plan);
  const cohorts = plan.cohorts.map(({ mix }) => new Float64Array(plan.ages.mixes[mix].length));
  for (let t = 0; t < from + periods; t++) {
    for (const persons of cohorts) for (let e = 0; e < persons.length; e++) persons[e] *= 1 - flows.left[t];
    enter(plan, cohorts, flows, t);
    const amounts = plan.tiers.map(({ amount }) => centralAmount(plan, amount, t));
    cohorts.forEach((persons, c) => {
      if (!isInPool(plan.cohorts[c], t)) return;
      const now = { t, c, persons, risks: risksOf(t, c), factors: factorsOf(t, c, flows.risk[t]), amounts };
      advance(plan, now, t >= from ? sums : null);
    });
  }
  const perWeight = total(sums.weight) > 0 ? total(sums.aid) / total(sums.weight) : 0;
  return ageGroups.flatMap((group, g) => {
    const members = sums.persons[g] / periods;
    return members > 0
      ? [{ ...group, members, asked: perWeight * sums.weight[g], expectedAid: sums.aid[g] }]
      : [];
  });
}

interface Sums {
  readonly persons: Float64Array;
  readonly weight: Float64Array;
  readonly aid: Float64Array;
}

const newSums = () => new Float64Array(ageGroups.length);
const total = (sums: Float64Array) => sums.reduce((sum, of) => sum + of, 0);

/** Joiners of the period; who moved in comes into the youngest cohort of such, or evenly into those of a pool that ended. */
function enter(plan: PoolPlan, cohorts: readonly Float64Array[], flows: MeanFlows, t: number): void {
  const { ages } = plan;
  const add = (c: number, persons: number) => {
    const mix = ages.mixes[plan.cohorts[c].mix];
    for (let e = 0; e < mix.length; e++) cohorts[c][e] += persons * mix[e];
  };
  const moved: number[] = [];
  plan.cohorts.forEach(({ joined, from }, c) => {
    if (from.kind === "joiners" && joined === t) add(c, flows.joiners[t]);
    if (from.kind === "joiners" && joined < 0 && t === 0) add(c, flows.initial);
    if (from.kind === "closed" && joined <= t) moved.push(c);
  });
  const aged = plan.cohorts.findIndex(({ joined, from }) => from.kind === "aged" && joined === t - 1);
  const into = aged >= 0 ? [aged] : moved;
  for (const c of into) add(c, flows.movedIn[t] / into.length);
}

interface CohortNow {
  readonly t: number;
  readonly c: number;
  readonly persons: Float64Array;
  readonly risks: EntryRisks;
  /** On the annual claim rates, and the mean amount of a claim: by tier. */
  readonly factors: Float64Array;
  readonly amounts: readonly number[];
}

/** A period of a cohort: adds what it may expect, and takes off claims, deaths and age-outs. */
function advance(plan: PoolPlan, now: CohortNow, sums: Sums | null): void {
  const { persons, risks, factors } = now;
  const { tiers } = plan;
  for (let e = 0; e < persons.length; e++) {
    if (persons[e] === 0) continue;
    let rate = 0;
    for (let tier = 0; tier < tiers.length; tier++) rate += factors[tier] * risks.claim[tier][e];
    const perRate = rate > 0 ? claimProbability(plan, rate) / rate : 0;
    if (sums) addEntry(plan, now, e, sums, perRate);
    let ended = 0;
    for (let tier = 0; tier < tiers.length; tier++) {
      if (tiers[tier].endsMembership) ended += perRate * factors[tier] * risks.claim[tier][e];
    }
    persons[e] *= (1 - Math.min(1, ended)) * (1 - risks.death[e]) * (1 - risks.ageOut[e]);
  }
}

/** Gives the factors on a cohort's annual claim rates in a period, by tier. */
function tierFactorsOf(plan: PoolPlan): (t: number, c: number, risk: number) => Float64Array {
  const { periods, rules, draws, cohorts, ages, periodsPerYear } = plan;
  const centrals = rules.map((of) => centralFactors(of, draws));
  return (t, c, risk) => {
    const { level, trend, tierLevels } = centrals[periods[t].stage];
    const common = level * risk * centralSelect(plan, t, c) * power(1 + trend, (t + 0.5) / periodsPerYear);
    const factor = (of: number, tier: number) =>
      common * of * ages.coveredByTier[tier][t * cohorts.length + c];
    return Float64Array.from(tierLevels, factor);
  };
}

/** Those of an entry had their birthday or not: they are of two ages. */
function addEntry(
  plan: PoolPlan,
  { t, c, persons, factors, amounts }: CohortNow,
  e: number,
  sums: Sums,
  perRate: number,
): void {
  const { age, sex } = plan.ages.entries[e];
  const tables = plan.ages.tables[plan.periods[t].stage];
  const since = plan.behaviour.membersAge ? t - Math.max(0, plan.cohorts[c].joined) : null;
  const { whole, part } = since === null ? asJoined : attainedIn(since, plan.periodsPerYear);
  const oldest = Math.min(tables.ageCount, Math.ceil(tables.leaveAt)) - 1;
  for (const birthdays of [0, 1]) {
    const attained = Math.min(age + whole + birthdays, oldest);
    const group = ageGroupOf(attained, sex);
    const here = persons[e] * (birthdays === 0 ? 1 - part : part);
    sums.persons[group] += here;
    sums.weight[group] += here * weightAt(plan, t, c, attained);
    for (let tier = 0; tier < plan.tiers.length; tier++) {
      if (plan.tiers[tier].paidByOperator) continue;
      const rate = tables.claim[tier][sex * tables.ageCount + attained];
      sums.aid[group] += here * (perRate * factors[tier]) * rate * amounts[tier];
    }
  }
}

/** Of one member's share; 0 of who bears none. */
function weightAt(plan: PoolPlan, t: number, c: number, age: number): number {
  const { sharing } = plan.rules[plan.periods[t].stage];
  const isCovered = plan.ages.covered[t * plan.cohorts.length + c] > 0;
  if (sharing.sharers === "covered" && !isCovered) return 0;
  const { weights } = sharing;
  if (weights.kind === "age") return weights.weights[age];
  if (weights.kind !== "tenure") return 1;
  return tenureWeight(weights.weights, (t - plan.cohorts[c].joined) / plan.periodsPerYear);
}

/** The mean amount of a claim. */
function centralAmount(plan: PoolPlan, amount: TierAmount, t: number): number {
  const { rules, periods, draws, periodsPerYear } = plan;
  const growth = power(1 + central(rules[periods[t].stage].inflation, draws), (t + 0.5) / periodsPerYear);
  if (isAgainstBills(amount)) return meanAid(amount, growth);
  return growth * (isPerClaim(amount) ? meanOf(amount.perClaim) : central(amount, draws));
}
