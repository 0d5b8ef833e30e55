import type { RateTable, Stage } from "../scenario/scenario.ts";
import { type AgeMix, type EnteringCohort, tableAges } from "./cohorts.ts";
import { central, type Parameters } from "./parameters.ts";
import type { AgeModel, AgeTables, Draw } from "./plan.ts";
import type { PlanTiers, StageTiers } from "./tiers.ts";

const sexes = [0, 1] as const;

/** What the age model of a pool is made from. */
export interface AgeModelParts {
  readonly stages: readonly Stage[];
  readonly closedGroup: boolean;
  readonly planTiers: PlanTiers;
  readonly periods: number;
  readonly cohorts: readonly EnteringCohort[];
  /** Ages at joining that cohorts name: those of the stages first. */
  readonly mixes: readonly AgeMix[];
  /** Index of a pool by its name. */
  readonly poolIndex: (name: string) => number;
}

/** Ages at joining, rate tables by attained age, and when each cohort is covered. */
export function makeAgeModel(parts: AgeModelParts, parameters: Parameters): AgeModel {
  const { stages, closedGroup, planTiers, periods, cohorts } = parts;
  const covered = coveredParts(periods, cohorts, 0);
  // By the illness, not the tier: a benefit that changes later makes a new tier, but no new waiting.
  const coveredByTier = planTiers.tiers.map((_, tier) => coveredParts(periods, cohorts, 1 + tier));
  if (closedGroup)
    return { ...groupAges(planTiers, parts.mixes.length, stages.length), covered, coveredByTier };
  const tables = stages.map((stage, s) => ageTables(stage, planTiers.stages[s], parts, parameters));
  return { ...entryAges(parts.mixes), tables, covered, coveredByTier };
}

/** A closed group has no ages: one entry, and tables of ones (the claim probabilities are the tiers' levels). */
function groupAges(
  { tiers }: PlanTiers,
  mixes: number,
  stages: number,
): Pick<AgeModel, "entries" | "mixes" | "tables"> {
  const ones = Float64Array.of(1, 1);
  const table: AgeTables = {
    ageCount: 1,
    leaveAt: Number.POSITIVE_INFINITY,
    movesTo: null,
    claim: tiers.map(() => ones),
    mortality: new Float64Array(2),
    incidence: ones,
  };
  return {
    entries: [{ age: 0, sex: 0 }],
    mixes: Array.from({ length: mixes }, () => Float64Array.of(1)),
    tables: Array.from({ length: stages }, () => table),
  };
}

/** The ages and sexes that occur in any mix, and each mix over them. */
function entryAges(mixes: readonly AgeMix[]): Pick<AgeModel, "entries" | "mixes"> {
  const entries = sexes.flatMap((sex) =>
    Array.from({ length: tableAges }, (_, age) => ({ age, sex })).filter(({ age }) =>
      mixes.some((mix) => mix[sex * tableAges + age] > 0),
    ),
  );
  return {
    entries,
    mixes: mixes.map((mix) => Float64Array.from(entries, ({ age, sex }) => mix[sex * tableAges + age])),
  };
}

/** The ages of a stage's joiners: bands spread over single ages. All 0 in a closed group. */
export function stageMix({ members }: Stage, parameters: Parameters): AgeMix {
  const mix = new Float64Array(2 * tableAges);
  for (const band of members?.mix ?? []) {
    const portion = parameters.shape(band.portion) / (band.ages.to - band.ages.from + 1);
    const male = parameters.shape(band.male);
    for (let age = band.ages.from; age <= band.ages.to; age++) {
      mix[age] += portion * male;
      mix[tableAges + age] += portion * (1 - male);
    }
  }
  // Uncertain portions are drawn one by one: only their proportions count.
  const sum = mix.reduce((a, b) => a + b, 0);
  return sum > 0 ? mix.map((portion) => portion / sum) : mix;
}

function ageTables(
  stage: Stage,
  { claims, levels }: StageTiers,
  { poolIndex }: AgeModelParts,
  parameters: Parameters,
): AgeTables {
  const draws: readonly Draw[] = parameters.draws;
  const movesTo = stage.members?.movesTo ?? null;
  const claim = claims.map((of) =>
    of ? tabulate(of.illness.incidence, of.fromAge, of.toAge) : new Float64Array(2 * tableAges),
  );
  const incidence = new Float64Array(2 * tableAges).map((_, i) =>
    claim.reduce((sum, rates, tier) => sum + central(levels[tier], draws) * rates[i], 0),
  );
  return {
    ageCount: tableAges,
    leaveAt: stage.members?.leaveAt ?? Number.POSITIVE_INFINITY,
    movesTo: movesTo && { pool: poolIndex(movesTo.pool), portion: parameters.param(movesTo.portion) },
    claim,
    mortality: stage.cover?.mortality
      ? tabulate(stage.cover.mortality, 0, tableAges - 1)
      : new Float64Array(2 * tableAges),
    incidence,
  };
}

/** A rate table on the plan's grid, 0 outside `fromAge` to `toAge`; beyond a table's last age its last rate holds. */
export function tabulate(table: RateTable, fromAge: number, toAge: number): Float64Array {
  const grid = new Float64Array(2 * tableAges);
  for (const sex of sexes) {
    const rates = sex === 0 ? table.male : table.female;
    for (let age = Math.max(fromAge, table.fromAge); age <= Math.min(toAge, tableAges - 1); age++) {
      grid[sex * tableAges + age] = rates[Math.min(age - table.fromAge, rates.length - 1)];
    }
  }
  return grid;
}

/**
 * The part of each period in which each cohort is past its waiting, `[period * cohorts + cohort]`. Members join at the
 * start of a period; waiting is that of the rules at joining, in periods.
 *
 * @param which of a cohort's waiting periods
 */
function coveredParts(periods: number, cohorts: readonly EnteringCohort[], which: number): Float64Array {
  const parts = new Float64Array(periods * cohorts.length);
  cohorts.forEach(({ joined, waitingPeriods }, c) => {
    for (let t = Math.max(0, joined); t < periods; t++) {
      const coveredAtEnd = t + 1 - joined - waitingPeriods[which];
      parts[t * cohorts.length + c] = Math.min(1, Math.max(0, coveredAtEnd));
    }
  });
  return parts;
}
