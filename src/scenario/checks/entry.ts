import type { PoolDraft } from "../drafts.ts";
import type { Problem } from "../problem.ts";
import type { Joining } from "../scenario.ts";
import type { Move } from "./moves.ts";

/** A pool that nobody can enter: no one joins, and no one moves into it, as far as the rules of the others could be read. */
export function checkEntry(pool: PoolDraft, moves: readonly Move[], pools: readonly PoolDraft[]): Problem[] {
  if (pool.joining === undefined || isOpen(pool.joining)) return [];
  if (pools.some((other) => other !== pool && !areMovesKnown(other))) return [];
  if (moves.some(({ from, to }) => to === pool && from !== pool)) return [];
  const ofSeveral = pool.name !== "";
  return [
    {
      steps: ["joining"],
      found: `a ${ofSeveral ? "pool" : "plan"} nobody can enter`,
      isAbsence: true,
      allowed: `joining by initial, schedule, target or bass; or ${ofSeveral ? "members who move in" : "a group"}`,
    },
  ];
}

function areMovesKnown({ stages }: PoolDraft): boolean {
  return stages.every(({ rules }) => rules.members !== undefined && rules.ending !== undefined);
}

function isOpen({ initial, schedule, target, bass }: Joining): boolean {
  return initial !== 0 || target.length > 0 || bass !== null || schedule.some(({ perYear }) => perYear !== 0);
}
