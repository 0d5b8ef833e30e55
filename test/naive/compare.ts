import { readFileSync } from "node:fs";
import { makePlan } from "../../src/plan/makePlan.ts";
import { parseScenario } from "../../src/scenario/parseScenario.ts";
import type { Scenario } from "../../src/scenario/scenario.ts";
import { type Run, runPlan } from "../engine/runs.ts";
import type { Case } from "./cases.ts";
import type { Metric } from "./figures.ts";
import { type History, simulateNaively } from "./simulate.ts";

/** What came out of a plan, whoever simulated it: one number per replication. */
export interface Outcome {
  readonly pools: readonly string[];
  /** Those of which there is one only. */
  readonly uncopied: readonly string[];
  readonly periods: number;
  across(pool: string, metric: Metric, period: number): number[];
  /** 1 where the pool ended for that cause. */
  endedBy(pool: string, cause: string): number[];
}

/** The scenario of a case. */
export function scenarioOfCase({ plan, set = [] }: Case, more: readonly string[]): Scenario {
  const file = `test/naive/plans/${plan}.yaml`;
  const parsed = parseScenario(file, (path) => readFileSync(path, "utf8"), { set: [...set, ...more] });
  if (!parsed.ok) throw new Error(parsed.mistakes.map(({ message }) => message).join("\n"));
  return parsed.scenario;
}

/** Member by member. */
export function naiveOutcome(scenario: Scenario): Outcome {
  const all = simulateNaively(scenario, "naive");
  return {
    pools: scenario.pools.map(({ name }) => name),
    uncopied: uncopied(scenario),
    periods: all[0][0].periods.length,
    across: (pool, metric, period) => all.map((of) => inPool(of, pool, metric, period)),
    endedBy: (pool, cause) => all.map((of) => (of.find((one) => one.pool === pool)?.cause === cause ? 1 : 0)),
  };
}

function uncopied({ pools }: Scenario): string[] {
  return pools.filter(({ copies }) => copies === 1).map(({ name }) => name);
}

/** All copies together; a share is that of one sharer on average. */
function inPool(histories: readonly History[], pool: string, metric: Metric, period: number): number {
  const now = histories.filter((of) => of.pool === pool).map(({ periods }) => periods[period]);
  const sumOf = (value: (of: (typeof now)[number]) => number) => now.reduce((sum, of) => sum + value(of), 0);
  if (metric !== "share") return sumOf((of) => of[metric]);
  const sharers = sumOf((of) => of.sharers);
  return sharers === 0 ? 0 : sumOf((of) => of.sharers * of.share) / sharers;
}

/** By one of the program's engines. */
export function engineOutcome(scenario: Scenario, engine: "exact" | "fast"): Outcome {
  const run = runPlan(makePlan({ ...scenario, engine }));
  const { pools, periods } = run.plan;
  const of = (pool: string): Run => (pools.length > 1 ? run.of(pool) : run);
  return {
    pools: pools.map(({ name }) => name),
    uncopied: uncopied(scenario),
    // Beyond the calendar there are run-offs only.
    periods: periods.filter(({ beyond }) => !beyond).length,
    across: (pool, metric, period) => of(pool).across(metric, period),
    endedBy: (pool, cause) =>
      Array.from({ length: run.replications }, (_, i) => (of(pool).ending(i) === cause ? 1 : 0)),
  };
}
