import { purpose, purposes } from "../random/purpose.ts";
import { quantile } from "../random/quantileOf.ts";
import { seedKey } from "../random/seedKey.ts";
import { uniformAt } from "../random/uniformAt.ts";
import { makePlan } from "./makePlan.ts";
import type { Plan } from "./plan.ts";

/**
 * The plan of one block. Numbers that reshape the plan (ages, waiting) are drawn once per block, not per replication,
 * as each draw costs a compilation; without such numbers it is the plan itself.
 */
export function redrawShapes(plan: Plan, block: number): Plan {
  if (!plan.scenario) return plan;
  const key = seedKey(plan.seed);
  const redrawn = makePlan(plan.scenario, {
    shapeValue: (path, distribution) =>
      quantile(distribution, uniformAt(key, block, purpose(purposes.parameter(path)), 0)),
  });
  return { ...redrawn, engine: plan.engine, columns: plan.columns };
}
