import { chooseEngine } from "../plan/chooseEngine.ts";
import { makePlan, type PlanOptions } from "../plan/makePlan.ts";
import type { Plan } from "../plan/plan.ts";
import type { Scenario } from "../scenario/scenario.ts";

/** Turns a scenario into a plan. */
export type Compile = (scenario: Scenario, options: PlanOptions) => Plan;

/**
 * The plan without the fast engine's cells, the costly part: enough for `check`, which simulates nothing. It says
 * which engine a run takes, but cannot be run by it.
 */
export const compileForCheck: Compile = (scenario, options) => {
  const plan = makePlan({ ...scenario, engine: "exact" }, options);
  const engine = chooseEngine(scenario.engine, plan.pools);
  return { ...plan, engine, pools: plan.pools.map((pool) => ({ ...pool, engine })) };
};
