import { readFileSync } from "node:fs";
import { openLanes } from "../../src/engine/lanes.ts";
import type { BlockOutcome } from "../../src/engine/outcome.ts";
import { drawShocks } from "../../src/engine/shocks.ts";
import { simulateBlock } from "../../src/engine/simulateBlock.ts";
import { newState, type State, surround } from "../../src/engine/state.ts";
import { blockCount } from "../../src/plan/blockCount.ts";
import { luckOf } from "../../src/plan/luck.ts";
import { makePlan } from "../../src/plan/makePlan.ts";
import { type EndingCause, endingCauses, metricIndex, type PeriodMetric } from "../../src/plan/metrics.ts";
import { calendarYears } from "../../src/plan/periods.ts";
import type { Plan, PoolPlan } from "../../src/plan/plan.ts";
import { planSeries } from "../../src/plan/planSeries.ts";
import { parseScenario } from "../../src/scenario/parseScenario.ts";
import { onlyPool } from "../helpers/onlyPool.ts";
import { scenarioOf } from "../helpers/scenarioOf.ts";

/** All replications of a plan, and how to ask for what they did. */
export interface Run {
  readonly plan: Plan;
  readonly outcomes: readonly BlockOutcome[];
  readonly replications: number;
  readonly maxImbalance: number;
  /** The same of one pool of several; the run itself is about the whole plan. */
  of(pool: string): Run;
  /** A metric of one replication in one period. */
  at(metric: PeriodMetric, period: number, replication?: number): number;
  /** A metric of one replication over all periods. */
  path(metric: PeriodMetric, replication?: number): number[];
  /** A metric of one period over all replications. */
  across(metric: PeriodMetric, period: number): number[];
  column(name: string): number[];
  ending(replication?: number): EndingCause;
  lastRunning(replication?: number): number;
}

/** The plan of a scenario in YAML; fails with the scenario's mistakes. */
export function planOf(yaml: string, set: readonly string[] = []): Plan {
  return makePlan(scenarioOf(yaml, { set }));
}

/** The plan of the only pool of a scenario in YAML. */
export function poolPlanOf(yaml: string): PoolPlan {
  return onlyPool(planOf(yaml));
}

/** The plan of one of the repository's scenario files. */
export function planOfFile(file: string, set: readonly string[] = []): Plan {
  const parsed = parseScenario(file, (path) => readFileSync(path, "utf8"), { set });
  if (!parsed.ok) throw new Error(parsed.mistakes.map(({ message }) => message).join("\n"));
  return makePlan(parsed.scenario);
}

export function runOf(yaml: string, set: readonly string[] = []): Run {
  return runPlan(planOf(yaml, set));
}

export function runPlan(plan: Plan): Run {
  const outcomes = Array.from({ length: blockCount(plan) }, (_, block) => simulateBlock(plan, block));
  return seriesRun(plan, outcomes, 0);
}

/** @param series 0: the whole plan; then its pools, if it has several */
function seriesRun(plan: Plan, outcomes: readonly BlockOutcome[], series: number): Run {
  const blockOf = (replication: number): [BlockOutcome, number] => [
    outcomes[Math.floor(replication / plan.blockSize)],
    replication % plan.blockSize,
  ];
  const at = (metric: PeriodMetric, period: number, replication = 0) => {
    const [{ series: all, periods, count }, i] = blockOf(replication);
    return all[series].paths[(metricIndex[metric] * periods + period) * count + i];
  };
  return {
    plan,
    outcomes,
    replications: plan.replications,
    maxImbalance: Math.max(...outcomes.map((of) => Math.max(of.maxImbalance, of.maxMemberImbalance))),
    of: (pool) => seriesRun(plan, outcomes, planSeries(plan).indexOf(pool)),
    at,
    path: (metric, replication = 0) => plan.periods.map((_, t) => at(metric, t, replication)),
    across: (metric, period) =>
      Array.from({ length: plan.replications }, (_, replication) => at(metric, period, replication)),
    column: (name) => columnOf(plan, outcomes, name),
    ending: (replication = 0) => {
      const [{ series: all }, i] = blockOf(replication);
      return endingCauses[all[series].endings[i]];
    },
    lastRunning: (replication = 0) => {
      const [{ series: all }, i] = blockOf(replication);
      return all[series].lastRunning[i];
    },
  };
}

function columnOf(plan: Plan, outcomes: readonly BlockOutcome[], name: string): number[] {
  const column = plan.columns.findIndex((of) => of.name === name);
  if (column < 0) throw new Error(`no column ${name}`);
  return outcomes.flatMap(({ columns, count }) => [
    ...columns.subarray(column * count, (column + 1) * count),
  ]);
}

/** The state of some lanes before the first period: for tests that set up one phase by hand. */
export function stateOf(plan: PoolPlan, count = 1, first = 0): State {
  const lanes = openLanes(plan.draws, luckOf("engine"), first, count);
  const shocks = drawShocks({ ...plan, years: calendarYears(plan.periods) }, lanes);
  return newState(plan, surround(plan, lanes, shocks));
}

/** A head for scenarios that settle at the ends of months, the first January 2020. */
export function months(periods: number, more = "replications: 2"): string {
  return `
title: test
seed: engine
${more}
calendar: { from: 2020-01-01, periods: ${periods}, settle: { daysOfMonth: [31] } }`;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Sample variance. */
export function variance(values: readonly number[]): number {
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
}

/** Standard error of the mean. */
export function errorOfMean(values: readonly number[]): number {
  return Math.sqrt(variance(values) / values.length);
}

/** How far the mean is from what it should be, in standard errors. */
export function offBy(values: readonly number[], expected: number): number {
  return Math.abs(mean(values) - expected) / errorOfMean(values);
}
