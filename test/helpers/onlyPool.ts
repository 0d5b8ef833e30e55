import { makePlan, type PlanOptions } from "../../src/plan/makePlan.ts";
import type { Plan, PoolPlan } from "../../src/plan/plan.ts";
import type { Scenario } from "../../src/scenario/scenario.ts";

/** The pool of a plan that has one only. */
export function onlyPool({ pools }: Plan): PoolPlan {
  if (pools.length !== 1) throw new Error(`the plan has ${pools.length} pools`);
  return pools[0];
}

/** The plan of a scenario's only pool. */
export function makePoolPlan(scenario: Scenario, options?: PlanOptions): PoolPlan {
  return onlyPool(makePlan(scenario, options));
}
