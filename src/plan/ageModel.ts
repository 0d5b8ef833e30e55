import { daysPerYear } from "../scenario/day.ts";
import type { Members, RateTable, Scenario, Stage } from "../scenario/scenario.ts";
import { central, type Parameters } from "./parameters.ts";
import type { AgeModel, AgeTables, Cohort, Draw, Period } from "./plan.ts";
import type { PlanTiers, StageTiers } from "./tiers.ts";

const sexes = [0, 1] as const;

/** Ages last birthday that the tables hold: 0 to 130. */
const tableAges = 131;

/** Ages at joining, rate tables by attained age, and when each cohort is covered. */
export function makeAgeModel(
  scenario: Scenario,
  planTiers: PlanTiers,
  periods: readonly Period[],
  cohorts: readonly Cohort[],
  perYear: number,
  parameters: Parameters,
): AgeModel {
  const { stages, group } = scenario;
  const cover = (waitingDays: (stage: Stage) => number) => {
    const waitingPeriods = stages.map((stage) => (waitingDays(stage) * perYear) / daysPerYear);
    return coveredParts(periods.length, cohorts, waitingPeriods);
  };
  const planWaiting = (stage: Stage) => parameters.shape(stage.cover?.waitingDays ?? 0);
  const covered = cover(planWaiting);
  // By the illness, not the tier: a benefit that changes later makes a new tier, but no new waiting.
  const coveredByTier = planTiers.tiers.map((tier) =>
    cover((stage) => {
      const own = stage.cover?.illnesses.find(({ name }) => name === tier.illness)?.waitingDays ?? null;
      return own === null ? planWaiting(stage) : parameters.shape(own);
    }),
  );
  if (group) return { ...groupAges(planTiers, stages.length), covered, coveredByTier };
  const tables = stages.map((stage, s) => ageTables(stage, planTiers.stages[s], parameters.draws));
  return { ...entryAges(stages, parameters), tables, covered, coveredByTier };
}

/** A closed group has no ages: one entry, and tables of ones (the claim probabilities are the tiers' levels). */
function groupAges({ tiers }: PlanTiers, stages: number): Pick<AgeModel, "entries" | "mixes" | "tables"> {
  const ones = Float64Array.of(1, 1);
  const table: AgeTables = {
    ageCount: 1,
    leaveAt: Number.POSITIVE_INFINITY,
    claim: tiers.map(() => ones),
    mortality: new Float64Array(2),
    incidence: ones,
  };
  return {
    entries: [{ age: 0, sex: 0 }],
    mixes: Array.from({ length: stages }, () => Float64Array.of(1)),
    tables: Array.from({ length: stages }, () => table),
  };
}

/** The ages and sexes that occur in any stage's mix, and each stage's mix over them: bands spread over single ages. */
function entryAges(stages: readonly Stage[], parameters: Parameters): Pick<AgeModel, "entries" | "mixes"> {
  const bySexAndAge = stages.map((stage) => mixBySexAndAge(stage.members, parameters));
  const entries = sexes.flatMap((sex) =>
    Array.from({ length: tableAges }, (_, age) => ({ age, sex })).filter(({ age }) =>
      bySexAndAge.some((mix) => mix[sex * tableAges + age] > 0),
    ),
  );
  const mixes = bySexAndAge.map((mix) =>
    Float64Array.from(entries, ({ age, sex }) => mix[sex * tableAges + age]),
  );
  return { entries, mixes };
}

function mixBySexAndAge(members: Members | null, parameters: Parameters): Float64Array {
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

function ageTables(stage: Stage, { claims, levels }: StageTiers, draws: readonly Draw[]): AgeTables {
  const claim = claims.map((of) =>
    of ? tabulate(of.illness.incidence, of.fromAge, of.toAge) : new Float64Array(2 * tableAges),
  );
  const incidence = new Float64Array(2 * tableAges).map((_, i) =>
    claim.reduce((sum, rates, tier) => sum + central(levels[tier], draws) * rates[i], 0),
  );
  return {
    ageCount: tableAges,
    leaveAt: stage.members?.leaveAt ?? Number.POSITIVE_INFINITY,
    claim,
    mortality: stage.cover?.mortality
      ? tabulate(stage.cover.mortality, 0, tableAges - 1)
      : new Float64Array(2 * tableAges),
    incidence,
  };
}

/** A rate table on the plan's grid, 0 outside `fromAge` to `toAge`; beyond a table's last age its last rate holds. */
function tabulate(table: RateTable, fromAge: number, toAge: number): Float64Array {
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
 */
function coveredParts(
  periods: number,
  cohorts: readonly Cohort[],
  waitingPeriods: readonly number[],
): Float64Array {
  const parts = new Float64Array(periods * cohorts.length);
  cohorts.forEach(({ joined, stage }, c) => {
    for (let t = Math.max(0, joined); t < periods; t++) {
      const coveredAtEnd = t + 1 - joined - waitingPeriods[stage];
      parts[t * cohorts.length + c] = Math.min(1, Math.max(0, coveredAtEnd));
    }
  });
  return parts;
}
