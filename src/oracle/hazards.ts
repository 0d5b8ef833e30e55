import { ageOutProbability, attainedIn, perPeriod, rateAt } from "../plan/attained.ts";
import { claimProbability, hasClaims } from "../plan/claimProbability.ts";
import type { PoolPlan } from "../plan/plan.ts";
import { selectFactor } from "../plan/select.ts";
import { power } from "../random/power.ts";
import type { World } from "./world.ts";

/** What a period holds for one member of a cohort and class, who joined at one age and is of one sex. */
export interface Hazards {
  /** By tier: the probability of a claim; where a row's members may have several, their mean number. */
  readonly claim: readonly number[];
  /** Then, of those who are still there: illness while waiting, death, reaching the age limit. */
  readonly waitingIllness: number;
  readonly death: number;
  readonly ageOut: number;
}

/** By period, cohort, class and entry. */
export type HazardsOf = (t: number, c: number, k: number, e: number) => Hazards;

/** The hazards of a pool's members in a world, from its tables and rules. */
export function hazardsOf(pool: PoolPlan, world: World): HazardsOf {
  const ofAge = memo((since, stage) => ageRisks(pool, stage, since));
  const ofCell = memo((t, k, c) => cellFactors(pool, world, { t, c, k }));
  return (t, c, k, e) => {
    const { stage } = pool.periods[t];
    const risks = ofAge(t - Math.max(0, pool.cohorts[c].joined), stage, 0);
    const { covered, waiting, isSeveral } = ofCell(t, k, c);
    return {
      claim: competing(pool, risks.rates[e], covered, isSeveral),
      waitingIllness: waiting === null ? 0 : claimProbability(pool, inner(risks.rates[e], waiting)),
      death: risks.death[e],
      ageOut: risks.ageOut[e],
    };
  };
}

/** By entry: annual claim rates by tier, and probabilities of death and of reaching the age limit in the period. */
function ageRisks({ ages, periodsPerYear }: PoolPlan, stage: number, since: number) {
  const tables = ages.tables[stage];
  const attained = attainedIn(since, periodsPerYear);
  return {
    rates: ages.entries.map(({ age, sex }) =>
      tables.claim.map((of) => rateAt(of, tables, sex, age, attained)),
    ),
    death: ages.entries.map(({ age, sex }) =>
      perPeriod(rateAt(tables.mortality, tables, sex, age, attained), periodsPerYear),
    ),
    ageOut: ages.entries.map(({ age }) => ageOutProbability(age, since, periodsPerYear, tables.leaveAt)),
  };
}

interface CellFactors {
  /** By tier: factors on the annual claim rates, of the covered part of the period, ... */
  readonly covered: readonly number[];
  /** ... and of the part that waits; null where illness then does not matter. */
  readonly waiting: readonly number[] | null;
  /** Whether a member may have several claims in a period. */
  readonly isSeveral: boolean;
}

interface Cell {
  readonly t: number;
  readonly c: number;
  readonly k: number;
}

function cellFactors(pool: PoolPlan, world: World, cell: Cell): CellFactors {
  const { ages, cohorts, periods, rules, tiers } = pool;
  const { t, c, k } = cell;
  const { counts, refundsWaitingIllness } = rules[periods[t].stage];
  const factors = factorsAt(pool, world, cell);
  const coveredPart = (tier: number) => ages.coveredByTier[tier][t * cohorts.length + c];
  const waiting = factors.map((factor, tier) => factor * (1 - coveredPart(tier)));
  return {
    covered: factors.map((factor, tier) => factor * coveredPart(tier)),
    waiting: refundsWaitingIllness && waiting.some((factor) => factor > 0) ? waiting : null,
    isSeveral: counts.some(({ kind }, tier) => hasClaims(tiers[tier], k) && kind !== "atMostOne"),
  };
}

/** Annual rates compete: one claim a period at most. A row of a closed group whose members may have several has its mean number. */
function competing(
  pool: PoolPlan,
  rates: readonly number[],
  factors: readonly number[],
  isSeveral: boolean,
): number[] {
  const total = inner(rates, factors);
  const any = isSeveral ? total : claimProbability(pool, total);
  const scale = total > 0 ? any / total : 0;
  const out = new Array<number>(rates.length);
  for (let i = 0; i < rates.length; i++) out[i] = rates[i] * factors[i] * scale;
  return out;
}

function inner(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/**
 * The probability that a member of a class leaves at the start of a period of one's own will: 1 - (1 - annual)^(shock / periods a year),
 * by the rules of the period before; in the first period nobody does, and nobody in that of joining.
 */
export function lapseAt(
  { periods, rules, periodsPerYear }: PoolPlan,
  { valueIn, lapse }: World,
  t: number,
  k: number,
): number {
  if (t === 0) return 0;
  const annual = valueIn(rules[periods[t - 1].stage].classes[k].lapse);
  return lapse[t] > 0 ? perPeriod(annual, periodsPerYear / lapse[t]) : 0;
}

/** By tier: level, relative risk, trend, shock and select factor of a cohort and class. */
function factorsAt(pool: PoolPlan, { valueIn, incidence }: World, { t, c, k }: Cell): number[] {
  const rules = pool.rules[pool.periods[t].stage];
  const perYear = pool.periodsPerYear;
  const common =
    valueIn(rules.level) *
    valueIn(rules.classes[k].relativeRisk) *
    power(1 + valueIn(rules.trend), (t + 0.5) / perYear) *
    incidence[t] *
    selectFactor(rules.select, (t - pool.cohorts[c].joined + 0.5) / perYear, valueIn);
  return pool.tiers.map((tier, i) => (hasClaims(tier, k) ? common * valueIn(rules.tierLevels[i]) : 0));
}

/** Remembers what was worked out. */
function memo<Value>(of: (a: number, b: number, c: number) => Value): typeof of {
  const known = new Map<number, Value>();
  return (a, b, c) => {
    const key = (a * 4096 + b) * 65_536 + c;
    const value = known.get(key) ?? of(a, b, c);
    known.set(key, value);
    return value;
  };
}
