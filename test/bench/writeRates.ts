import { isInPool } from "../../src/plan/cohorts.ts";
import { entryRisksOf } from "../../src/plan/entryRisks.ts";
import { central } from "../../src/plan/parameters.ts";
import type { Plan, PoolPlan } from "../../src/plan/plan.ts";

const version = 1;
const headerLength = 16;

/**
 * A bench pool's compiled plan for the peers, as doubles: a header of 16 (version, periods, classes, cohorts, entries or 0, calendar years,
 * look-back, periods a year, fee, unit of rounding, reference of the reaction, mean and standard deviation of ln level, members at the
 * start), then by period its year and its joiners, by cohort its period of joining, by class portion, relative risk, lapse and elasticity,
 * by tier the amount, by entry its part of the joiners; last, for each tier its claims, and the mean ages.
 *
 * Fast engine: probabilities of a claim by period, class and cohort at the mean level (ln level is relative to that). Exact engine: annual
 * rates by period, cohort and entry, before level and class.
 */
export function ratesOf(plan: Plan): Float64Array {
  const [pool] = plan.pools;
  const numbers = [
    ...headerOf(plan, pool),
    ...plan.periods.map(({ year }) => plan.years.indexOf(year)),
    ...plan.periods.map((_, t) => joinersIn(pool, t)),
    ...pool.cohorts.map(({ joined }) => joined),
    ...classesOf(pool),
    ...pool.tiers.map(({ amount }) => known(amount)),
    ...(pool.lumped ? [] : pool.ages.mixes[0]),
  ];
  const arrays = pool.lumped ? [...pool.lumped.claim, pool.lumped.meanAge] : entryRates(pool);
  const all = new Float64Array(numbers.length + arrays.reduce((sum, { length }) => sum + length, 0));
  all.set(numbers);
  let at = numbers.length;
  for (const array of arrays) {
    all.set(array, at);
    at += array.length;
  }
  return all;
}

function headerOf(plan: Plan, pool: PoolPlan): number[] {
  const [{ classes, sharing }] = pool.rules;
  const { reaction } = classes[0];
  if (reaction.kind !== "power" || reaction.reference === "expectedAid")
    throw new Error("the peers know power reactions to an amount only");
  const { mu, sigma } = levelOf(pool);
  const header = [
    version,
    plan.periods.length,
    pool.classes.length,
    pool.cohorts.length,
    pool.lumped ? 0 : pool.ages.entries.length,
    plan.years.length,
    reaction.lookBack,
    plan.periodsPerYear,
    known(sharing.fee),
    sharing.roundUpTo,
    known(reaction.reference),
    mu,
    sigma,
    known(pool.joining.initial),
  ];
  return [...header, ...new Array<number>(headerLength - header.length).fill(0)];
}

/** ln level, for the fast engine relative to the mean level that the lumped cells contain. */
function levelOf({ rules, draws, lumped }: PoolPlan): { readonly mu: number; readonly sigma: number } {
  const { level } = rules[0];
  const distribution = typeof level === "number" ? null : draws[level.draw].distribution;
  if (distribution?.kind !== "lognormal") throw new Error("the peers know lognormal levels only");
  const mean = lumped ? central(level, draws) : 1;
  return { mu: Math.log(distribution.median / mean), sigma: distribution.sigma };
}

function joinersIn({ joining }: PoolPlan, t: number): number {
  return joining.scheduled.reduce((sum, { perYear, years }) => sum + known(perYear) * years[t], 0);
}

function classesOf({ rules }: PoolPlan): number[] {
  const [{ classes }] = rules;
  const all = classes.reduce((sum, { portion }) => sum + known(portion), 0);
  return [
    ...classes.map(({ portion }) => known(portion) / all),
    ...classes.map(({ relativeRisk }) => known(relativeRisk)),
    ...classes.map(({ lapse }) => known(lapse)),
    ...classes.map(({ reaction }) => (reaction.kind === "power" ? known(reaction.elasticity) : 0)),
  ];
}

/** By tier the annual rates, then the mean ages: by period, cohort and entry; 0 before the cohort joins. */
function entryRates(pool: PoolPlan): Float64Array[] {
  const { cohorts, periods, tiers, ages } = pool;
  const risksOf = entryRisksOf(pool);
  const width = cohorts.length * ages.entries.length;
  const arrays = [...tiers, "ages"].map(() => new Float64Array(periods.length * width));
  for (let t = 0; t < periods.length; t++) {
    for (const [c, cohort] of cohorts.entries()) {
      if (!isInPool(cohort, t)) continue;
      const { claim, meanAge } = risksOf(t, c);
      for (const [i, of] of [...claim, meanAge].entries())
        arrays[i].set(of, t * width + c * ages.entries.length);
    }
  }
  return arrays;
}

function known(value: unknown): number {
  if (typeof value === "number") return value;
  throw new Error("the peers know no other uncertain numbers than the level");
}
