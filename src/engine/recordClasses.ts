import { type ClassMetric, classMetrics } from "../plan/metrics.ts";
import type { PoolPlan } from "../plan/plan.ts";
import type { Recording } from "./recording.ts";
import { endMetrics } from "./recording.ts";
import type { State } from "./state.ts";

/** Adds a period of a pool's classes to those of the plan. `planClass`: their indices into `planClasses`. */
export function recordClasses(
  plan: PoolPlan,
  state: State,
  { outcome, classPaths }: Recording,
  offset: number,
  t: number,
  planClass: { readonly count: number; readonly indices: readonly number[] },
): void {
  const { now, lanes } = state;
  const values: Readonly<Record<ClassMetric, Float64Array>> = {
    members: now.classMembers,
    sharers: now.classSharers,
    asked: now.classAsked,
    expectedAid: now.expectedAid,
  };
  classMetrics.forEach((metric, m) => {
    plan.classes.forEach((_, k) => {
      const cell = (m * planClass.count + planClass.indices[k]) * outcome.periods + t;
      const of = values[metric];
      const first = cell * outcome.count + offset;
      for (let lane = 0; lane < lanes.count; lane++) classPaths[first + lane] += of[k * lanes.count + lane];
    });
  });
}

/** Adds what a pool's ending left behind to a series. */
export function recordEnd({ atEnd, lanes }: State, into: Float64Array, count: number, offset: number): void {
  endMetrics.forEach((metric, m) => {
    for (let lane = 0; lane < lanes.count; lane++) into[m * count + offset + lane] += atEnd[metric][lane];
  });
}
