import type { PoolPlan } from "../plan/plan.ts";
import type { World } from "./world.ts";

/** Each class's part of those who join under a period's rules; they sum to one. In a closed group: each row's part of its members. */
export function classPortions({ rules, periods }: PoolPlan, { valueIn }: World, t: number): number[] {
  const portions = rules[periods[t].stage].classes.map(({ portion }) => valueIn(portion));
  const all = portions.reduce((sum, portion) => sum + portion, 0);
  return portions.map((portion) => (all > 0 ? portion / all : 1 / portions.length));
}
