import { type PoolInWorld, poolInWorld } from "../../src/oracle/poolInWorld.ts";
import type { PlanInWorlds } from "../../src/oracle/total.ts";
import { worldsOf } from "../../src/oracle/world.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { planOf } from "../engine/runs.ts";

/** A head for plans that are worked out: months of 2020. */
export function head(periods: number, engine: "exact" | "fast" = "exact"): string {
  return `
title: worked out
seed: worked out
replications: 2
engine: ${engine}
calendar: { from: 2020-01-01, periods: ${periods}, settle: { every: 1 month } }`;
}

/** A plan in all its worlds. */
export function inWorlds(plan: Plan, step = 0.5): PlanInWorlds {
  const { worlds, shape } = worldsOf(plan, step);
  return {
    plan,
    shape,
    laws: new Map(),
    worlds: worlds.map((world) => ({
      weight: world.weight,
      pools: plan.pools.map((pool) => poolInWorld(pool, world)),
    })),
  };
}

/** The only pool of a plan in the only world it has. */
export function onlyWorld(yaml: string): PoolInWorld {
  const { worlds } = inWorlds(planOf(yaml));
  if (worlds.length !== 1 || worlds[0].pools.length !== 1)
    throw new Error("the plan has several worlds or pools");
  return worlds[0].pools[0];
}
