import type { PoolPlan } from "../plan/plan.ts";
import { type Approvals, approvalsOf } from "./approvals.ts";
import { type HazardsOf, hazardsOf } from "./hazards.ts";
import { type LifeTable, lifeTable } from "./lifeTable.ts";
import type { World } from "./world.ts";

/** A pool as it is in a world, with all that its totals are worked out from. */
export interface PoolInWorld {
  readonly pool: PoolPlan;
  readonly world: World;
  /** Periods of the calendar. */
  readonly calendar: number;
  readonly hazards: HazardsOf;
  readonly approvals: Approvals;
  readonly table: LifeTable;
}

export function poolInWorld(pool: PoolPlan, world: World): PoolInWorld {
  const calendar = pool.periods.filter(({ beyond }) => !beyond).length;
  const hazards = hazardsOf(pool, world);
  const approvals = approvalsOf(pool, world);
  const table = lifeTable({ pool, world, calendar, hazards, approvals });
  return { pool, world, calendar, hazards, approvals, table };
}
