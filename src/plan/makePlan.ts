import { coversYear } from "../scenario/coversYear.ts";
import type { PoolScenario, Scenario, Stage } from "../scenario/scenario.ts";
import { makeAgeModel, stageMix } from "./ageModel.ts";
import { chooseEngine } from "./chooseEngine.ts";
import {
  cohortsFrom,
  type EarlierPool,
  exemptCohorts,
  inOrderOfJoining,
  ownCohorts,
  waitingPeriodsOf,
} from "./cohorts.ts";
import { inCanonicalOrder } from "./inCanonicalOrder.ts";
import { makeJoining } from "./joining.ts";
import { lowerFactor } from "./lowerFactor.ts";
import { luckOf } from "./luck.ts";
import { lump } from "./lump.ts";
import { newParameters, type Parameters, type ShapeValue } from "./parameters.ts";
import { calendarYears, makeClosings, makePeriods, periodsPerYear } from "./periods.ts";
import type { Cohort, Engine, Frame, Plan, PoolPlan, Tier } from "./plan.ts";
import { planClasses } from "./planClasses.ts";
import { planColumns, type Watched } from "./planColumns.ts";
import { makeRules } from "./rules.ts";
import { makeShocks } from "./shocks.ts";
import { makeTiers } from "./tiers.ts";
import { behaviourOf, withoutCauses } from "./withoutCauses.ts";
import { lastPeriodOf } from "./yearRange.ts";

/**
 * Replications of a block: enough that its overhead is small, few enough that 1,000 keep several cores busy; fewer where each
 * simulates many copies of a pool. Round numbers of replications are whole blocks, over which what is common to all members is spread
 * evenly: a block that is cut short would be most of the error.
 */
function blockSizeOf({ pools }: Scenario): number {
  return pools.some(({ copies }) => copies > 8) ? 20 : 125;
}

export interface PlanOptions {
  /** Values of the numbers that reshape the plan; their means unless given. */
  readonly shapeValue?: ShapeValue;
  /** Metrics of single periods that are to be kept for every replication. */
  readonly watched?: readonly Watched[];
}

/**
 * Compiles a scenario (checked by `parseScenario`) into the plan that the engine runs.
 *
 * @example simulateBlock(makePlan(scenario), 0)
 */
export function makePlan(given: Scenario, options: PlanOptions = {}): Plan {
  const scenario = inCanonicalOrder(withoutCauses(given));
  const parameters = newParameters(options.shapeValue);
  const periods = makePeriods(scenario);
  const years = calendarYears(periods);
  const frame = {
    periods,
    periodsPerYear: periodsPerYear(scenario.calendar.settle),
    draws: parameters.draws,
    shocks: makeShocks(scenario, periods, parameters),
    behaviour: behaviourOf(scenario),
  };
  // Who is a member from the start has been one for as long, whatever is switched off.
  const longestWaiting = inCanonicalOrder(given).pools.map(({ stages }) =>
    Math.max(0, ...stages.flatMap((stage) => waitingOf(stage, parameters, frame.periodsPerYear))),
  );
  const unlumped = compilePools(scenario, frame, parameters, longestWaiting);
  const engine = chooseEngine(scenario.engine, unlumped);
  const pools = unlumped.map((pool) => withEngine(pool, engine));
  return {
    ...frame,
    engine,
    seed: scenario.seed,
    luck: luckOf(scenario.seed),
    replications: scenario.replications,
    blockSize: blockSizeOf(scenario),
    years,
    shapes: parameters.shapes,
    pools,
    columns: planColumns({
      years,
      pools,
      periods,
      classes: planClasses({ pools }),
      watched: options.watched ?? [],
      spiral: scenario.spiral,
    }),
    spiral: scenario.spiral && {
      ...scenario.spiral,
      yearEnds: years
        .filter((year) => coversYear(scenario.calendar, year))
        .map((year) => lastPeriodOf(periods, year)),
    },
    scenario: parameters.shapes.length > 0 ? scenario : null,
  };
}

/** A pool before it is known by which engine it runs. */
export type UnlumpedPool = Omit<PoolPlan, "engine" | "lumped">;

function withEngine(pool: UnlumpedPool, engine: Engine): PoolPlan {
  return { ...pool, engine, lumped: engine.kind === "fast" ? lump(pool) : null };
}

/** Pools one after another: a later one has cohorts that come from earlier ones. */
function compilePools(
  scenario: Scenario,
  frame: Omit<Frame, "engine">,
  parameters: Parameters,
  longestWaiting: readonly number[],
): UnlumpedPool[] {
  const earlier: EarlierPool[] = [];
  const poolIndex = (name: string) => scenario.pools.findIndex((pool) => pool.name === name);
  return scenario.pools.map((pool, index) => {
    const { periods, periodsPerYear: perYear } = frame;
    const { stages, group } = pool;
    const classes = classNames(pool);
    const planTiers = makeTiers(pool, classes, parameters);
    const joining = makeJoining(pool, periods, parameters);
    const waiting = stages.map((stage) =>
      waitingPeriodsOf(waitingDays(stage, planTiers.tiers, parameters), perYear),
    );
    const stageMixes = stages.map((stage) => stageMix(stage, parameters));
    const from = cohortsFrom(
      earlier,
      { name: pool.name, mixCount: stageMixes.length, tierCount: planTiers.tiers.length },
      periods,
    );
    const cohorts = inOrderOfJoining([
      ...ownCohorts(joining, periods, waiting, longestWaiting[index]),
      ...from.cohorts,
    ]);
    const mixes = [...stageMixes, ...from.mixes];
    earlier.push({ index, stages, cohorts, mixes });
    return {
      ...frame,
      name: pool.name,
      copies: pool.copies,
      closings: makeClosings(stages, periods, scenario.calendar),
      classes,
      closedGroup: group !== null,
      tiers: planTiers.tiers,
      rules: stages.map((stage, s) =>
        makeRules(stage, planTiers.stages[s], { pool, classes, perYear, poolIndex, parameters }),
      ),
      joining,
      cohorts: cohorts.map(({ waitingPeriods: _, ...cohort }): Cohort => cohort),
      exempt: exemptCohorts(stages, periods, cohorts, perYear),
      ages: makeAgeModel(
        {
          stages,
          closedGroup: group !== null,
          planTiers,
          periods: periods.length,
          cohorts,
          mixes,
          poolIndex,
        },
        parameters,
      ),
      dependence: pool.dependence && lowerFactor(pool.dependence),
    };
  });
}

function classNames({ group, stages }: PoolScenario): string[] {
  return group?.map(({ className }) => className) ?? stages[0].members?.classes.map(({ name }) => name) ?? [];
}

/** Every waiting that a stage has, in periods. */
function waitingOf({ cover }: Stage, parameters: Parameters, perYear: number): readonly number[] {
  const own = (cover?.illnesses ?? []).flatMap(({ waitingDays: days }) => (days === null ? [] : [days]));
  return waitingPeriodsOf(
    [cover?.waitingDays ?? 0, ...own].map((days) => parameters.shape(days)),
    perYear,
  );
}

/** The plan's waiting, then that of each tier's illness. */
function waitingDays({ cover }: Stage, tiers: readonly Tier[], parameters: Parameters): number[] {
  const ofPlan = parameters.shape(cover?.waitingDays ?? 0);
  const ofTiers = tiers.map(({ illness }) => {
    const own = cover?.illnesses.find(({ name }) => name === illness)?.waitingDays ?? null;
    return own === null ? ofPlan : parameters.shape(own);
  });
  return [ofPlan, ...ofTiers];
}
