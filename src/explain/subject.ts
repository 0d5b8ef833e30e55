import { central } from "../plan/parameters.ts";
import type { Param, Plan, PoolPlan, Rules } from "../plan/plan.ts";
import { isoDate } from "../scenario/day.ts";
import type { PoolScenario, Scenario, Stage } from "../scenario/scenario.ts";

/** One pool under the rules of one stage, as written and as compiled. */
export interface Subject {
  readonly scenario: Scenario;
  readonly pool: PoolScenario;
  readonly plan: PoolPlan;
  /** All pools of the plan, this one among them. */
  readonly pools: readonly PoolPlan[];
  readonly stage: Stage;
  /** Index of the stage. */
  readonly index: number;
  /** The day from which it holds. */
  readonly from: string;
  readonly rules: Rules;
  /** A number, or the mean of an uncertain one. */
  readonly mean: (param: Param) => number;
}

/** The stages of each pool, in the scenario's order. */
export function subjectsOf(scenario: Scenario, { pools }: Plan): Subject[][] {
  return scenario.pools.map((pool) => {
    const plan = pools.find(({ name }) => name === pool.name);
    if (plan === undefined) throw new Error(`no pool is called ${pool.name}`);
    const mean = (param: Param) => central(param, plan.draws);
    return pool.stages.map((stage, index) => {
      const from = isoDate(stage.from);
      return { scenario, pool, plan, pools, stage, index, from, rules: plan.rules[index], mean };
    });
  });
}

/** Years from the calendar's first day to its last. */
export function yearsOf({ plan }: Subject): number {
  return plan.periods.filter(({ beyond }) => !beyond).length / plan.periodsPerYear;
}
