import type { Scenario, Stage } from "../scenario/scenario.ts";
import { makeAgeModel } from "./ageModel.ts";
import { chooseEngine } from "./chooseEngine.ts";
import { inCanonicalOrder } from "./inCanonicalOrder.ts";
import { makeCohorts, makeJoining } from "./joining.ts";
import { lump } from "./lump.ts";
import { newParameters, type ShapeValue } from "./parameters.ts";
import { calendarYears, makePeriods, periodsPerYear } from "./periods.ts";
import type { Cohort, Period, Plan } from "./plan.ts";
import { planColumns, type Watched } from "./planColumns.ts";
import { makeRules } from "./rules.ts";
import { makeShocks } from "./shocks.ts";
import { makeTiers } from "./tiers.ts";

/** Replications of a block: enough that its overhead is small, few enough that 1,000 keep several cores busy. */
const blockSize = 128;

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
  const scenario = inCanonicalOrder(given);
  const parameters = newParameters(options.shapeValue);
  const perYear = periodsPerYear(scenario.calendar.settle);
  const periods = makePeriods(scenario);
  const years = calendarYears(periods);
  const classes = classNames(scenario);
  const { tiers, stages: stageTiers } = makeTiers(scenario, parameters);
  const rules = scenario.stages.map((stage, s) =>
    makeRules(stage, scenario, stageTiers[s], perYear, parameters),
  );
  const joining = makeJoining(scenario, periods, parameters);
  const longestWaiting = Math.max(
    ...scenario.stages.flatMap((stage) => waitingDays(stage).map(parameters.shape)),
  );
  const cohorts = makeCohorts(joining, periods, longestWaiting, perYear);
  const ages = makeAgeModel(scenario, { tiers, stages: stageTiers }, periods, cohorts, perYear, parameters);
  const unlumped = {
    seed: scenario.seed,
    replications: scenario.replications,
    blockSize,
    periods,
    periodsPerYear: perYear,
    years,
    draws: parameters.draws,
    shapes: parameters.shapes,
    classes,
    closedGroup: scenario.group !== null,
    tiers,
    rules,
    joining,
    shocks: makeShocks(scenario, periods, parameters),
    cohorts,
    exemptCohorts: exemptCohorts(scenario.stages, periods, cohorts),
    ages,
    columns: planColumns(years, classes, periods, options.watched ?? []),
    scenario: parameters.shapes.length > 0 ? scenario : null,
  };
  const engine = chooseEngine(scenario.engine, unlumped);
  return { ...unlumped, engine, lumped: engine.kind === "fast" ? lump(unlumped) : null };
}

function classNames({ group, stages }: Scenario): string[] {
  return group?.map(({ className }) => className) ?? stages[0].members?.classes.map(({ name }) => name) ?? [];
}

function waitingDays({ cover }: Stage) {
  if (!cover) return [0];
  return [
    cover.waitingDays,
    ...cover.illnesses.flatMap(({ waitingDays }) => (waitingDays === null ? [] : [waitingDays])),
  ];
}

/** In each period, how many cohorts (the first ones) joined early enough to be exempt from their shares. */
function exemptCohorts(
  stages: readonly Stage[],
  periods: readonly Period[],
  cohorts: readonly Cohort[],
): Int32Array {
  return Int32Array.from(periods, ({ date, stage }) => {
    const { exempt } = stages[stage].sharing;
    if (!exempt || date > exempt.until) return 0;
    return cohorts.filter(({ joined }) => joined < 0 || periods[joined].from < exempt.joinedBefore).length;
  });
}
