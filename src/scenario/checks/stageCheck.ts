import type { PlanDraft, Rules } from "../drafts.ts";
import type { MapNode } from "../located.ts";
import type { Problem } from "../problem.ts";

/** What the sections of a stage are checked with. */
export interface StageContext {
  readonly plan: PlanDraft;
  /** The pool's rules at the start. */
  readonly start: Rules;
  /** The stage's sections as they were written. */
  readonly tree: MapNode;
}

/** Finds contradictions between the sections of a stage; steps lead through its tree. Sections that could not be read are left out. */
export type StageCheck = (rules: Rules, context: StageContext) => Problem[];

/**
 * Names of the classes of members, at the start or in this stage, or of the rows of a group; null where they could not be
 * read. A change that adds or takes away a class is told of by itself.
 */
export function namesOfClasses({ members }: Rules, { plan, start }: StageContext): readonly string[] | null {
  const { group } = plan;
  if (group === undefined || members === undefined || start.members === undefined) return null;
  if (group !== null) return group.map(({ className }) => className);
  const both = [...(start.members?.classes ?? []), ...(members?.classes ?? [])];
  return [...new Set(both.map(({ name }) => name))];
}
