import type { State } from "../../src/engine/state.ts";
import type { PoolPlan } from "../../src/plan/plan.ts";
import { months, poolPlanOf, stateOf } from "./runs.ts";

/**
 * An open pool for tests of one phase, whose numbers they set by hand: classes a and b, cohorts of initial members (c = 0) and of
 * those who join in January (c = 1) and February (c = 2) 2020, who wait for 70 days; settled monthly.
 */
export function openPool(rules = "", engine = "fast"): { plan: PoolPlan; state: State } {
  const plan = poolPlanOf(`${months(6)}
engine: ${engine}
joining: { initial: 100, schedule: [{ from: 2020-01-01, to: 2020-02-29, perYear: 1200 }] }
members: { ages: 30-39, leaveAt: 90, classes: { a: { portion: 50 % }, b: { portion: 50 % } } }
cover: { waiting: 70 days, illnesses: { x: { incidence: 1 %, benefit: 100 } } }${rules}`);
  return { plan, state: stateOf(plan) };
}

/** Sets who there is after the claims and deaths of a period: members by cell (a's cohorts, then b's), and of each class covered. */
export function populate(
  { now, classMembers }: State,
  cells: readonly number[],
  covered: readonly number[],
): void {
  const half = cells.length / 2;
  [cells.slice(0, half), cells.slice(half)].forEach((of, k) => {
    classMembers[k] = of.reduce((sum, members) => sum + members, 0);
    now.classCovered[k] = covered[k];
  });
  now.members[0] = classMembers[0] + classMembers[1];
  now.covered[0] = covered[0] + covered[1];
}
