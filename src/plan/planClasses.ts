import type { PoolPlan } from "./plan.ts";

/** The names of the classes of all pools, each once, in the order of the pools. */
export function planClasses({ pools }: { readonly pools: readonly Pick<PoolPlan, "classes">[] }): string[] {
  return [...new Set(pools.flatMap(({ classes }) => classes))];
}
