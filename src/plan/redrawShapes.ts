import { purposes } from "../random/purpose.ts";
import { quantile } from "../random/quantileOf.ts";
import { seedKey } from "../random/seedKey.ts";
import { uniformAt } from "../random/uniformAt.ts";
import { makePlan } from "./makePlan.ts";
import type { ShapeValue } from "./parameters.ts";
import type { Plan } from "./plan.ts";

/**
 * The plan of one block. Numbers that reshape the plan (ages, waiting) are drawn once per block, not per replication,
 * as each draw costs a compilation; without such numbers it is the plan itself.
 */
export function redrawShapes(plan: Plan, block: number): Plan {
  const { scenario, luck, engine, columns } = plan;
  if (!scenario) return plan;
  const key = seedKey(luck.parameters);
  const shapeValue: ShapeValue = (path, distribution) =>
    quantile(distribution, uniformAt(key, block, purposes.parameter(path), 0));
  // The engine is asked for by name: ages drawn young must not make `auto` take another one for this block.
  const redrawn = makePlan({ ...scenario, engine: engine.kind }, { shapeValue });
  return { ...redrawn, luck, engine, columns, scenario };
}
