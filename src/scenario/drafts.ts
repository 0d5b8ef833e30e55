import type { MapNode } from "./located.ts";
import type { Calendar, Day, GroupRow, Joining, PoolScenario, Scenario, Stage } from "./scenario.ts";

/** The sections of a stage as far as they could be read. */
export type Rules = { readonly [K in Exclude<keyof Stage, "from">]?: Stage[K] | undefined };

/** A stage on its way: `tree` holds its sections as they were written, merged. */
export interface StageDraft {
  readonly from: Day | undefined;
  readonly tree: MapNode;
  readonly rules: Rules;
  /** Position of the change that begins it; null for the first stage. */
  readonly change: number | null;
}

/** A pool on its way; what could not be read is undefined. */
export interface PoolDraft {
  readonly name: string;
  readonly copies: number | undefined;
  readonly joining: Joining | undefined;
  /** At least one. */
  readonly stages: readonly StageDraft[];
}

/** Everything that the parts of a plan are checked against each other for. */
export interface PlanDraft {
  readonly calendar: Calendar | undefined;
  readonly engine: Scenario["engine"] | undefined;
  /** null: an open plan; undefined: a group that could not be read. */
  readonly group: readonly GroupRow[] | null | undefined;
  /** Is the group given by the moments of its losses? */
  readonly isByMoments: boolean;
  readonly dependence: PoolScenario["dependence"];
  /** Names of all pools, also of those that could not be read; none where the plan is one pool. */
  readonly names: readonly string[];
  readonly pools: readonly PoolDraft[];
}
