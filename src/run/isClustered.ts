import type { Plan } from "../plan/plan.ts";

/** Whether the replications of a block share something: a number that reshapes the plan is drawn once per block. */
export function isClustered({ shapes }: Pick<Plan, "shapes">): boolean {
  return shapes.length > 0;
}
