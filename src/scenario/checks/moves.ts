import type { PoolDraft, StageDraft } from "../drafts.ts";
import type { Steps } from "../located.ts";
import type { Problem } from "../problem.ts";
import { unknownPool } from "../readChanges.ts";

/** A rule by which members of one pool move into another. */
export interface Move {
  readonly from: PoolDraft;
  /** undefined: no pool of the plan, or none that could be read. */
  readonly to: PoolDraft | undefined;
  /** The name of the pool they move into, as written. */
  readonly name: string;
  /** Which stage of the pool says so. */
  readonly stage: number;
  readonly steps: Steps;
  /** Who moves: those who turn `leaveAt`, or all when the pool ends. */
  readonly who: "aged" | "all";
}

/** All moves of a plan, stage by stage. */
export function movesOf(pools: readonly PoolDraft[]): Move[] {
  const byName = new Map(pools.map((pool) => [pool.name, pool]));
  return pools.flatMap((from) =>
    from.stages.flatMap(({ rules: { members, ending } }, stage): Move[] => {
      const move = (name: string, steps: Steps, who: Move["who"]): Move => {
        return { from, to: byName.get(name), name, stage, steps, who };
      };
      const aged = members?.movesTo ?? null;
      const all = ending?.membersMoveTo ?? null;
      return [
        ...(aged === null ? [] : [move(aged.pool, ["members", "movesTo", "pool"], "aged")]),
        ...(all === null ? [] : [move(all, ["ending", "membersMoveTo"], "all")]),
      ];
    }),
  );
}

/** The stage that says so. */
export function stageOf({ from, stage }: Move): StageDraft {
  return from.stages[stage];
}

/** Moves into no pool, the same pool, in a circle, or between pools that do not fit; told in the stage of each. */
export function checkMoves(moves: readonly Move[], names: readonly string[]): [Move, Problem][] {
  const problems: [Move, Problem][] = [];
  const targets = new Map<PoolDraft, Set<PoolDraft>>();
  for (const move of moves) {
    const { from, to, name, steps } = move;
    if (!names.includes(name)) problems.push([move, unknownPool(name, names, steps)]);
    // Of a pool that could not be read nothing is known.
    else if (to === undefined) continue;
    else if (to === from) problems.push([move, { steps, found: "the pool itself", allowed: "another pool" }]);
    else if (leadsTo(to, from, targets)) problems.push([move, { steps, ...circle }]);
    else {
      targets.set(from, (targets.get(from) ?? new Set()).add(to));
      problems.push(...checkFit(move, to).map((problem): [Move, Problem] => [move, problem]));
    }
  }
  return problems;
}

const circle = {
  found: "a circle: members of that pool move into this one",
  allowed: "moves in one direction only",
};

function leadsTo(
  from: PoolDraft,
  to: PoolDraft,
  targets: ReadonlyMap<PoolDraft, ReadonlySet<PoolDraft>>,
): boolean {
  return from === to || [...(targets.get(from) ?? [])].some((next) => leadsTo(next, to, targets));
}

function checkFit(move: Move, to: PoolDraft): Problem[] {
  return [...checkCopies(move, to), ...checkSameClasses(move, to), ...checkLeaving(move, to)];
}

function checkCopies({ from, steps }: Move, to: PoolDraft): Problem[] {
  const several = [from, to].find(({ copies }) => copies !== undefined && copies > 1);
  if (several === undefined) return [];
  const found = `${several === from ? "members of one" : "one"} of ${several.copies} copies`;
  return [{ steps, found, allowed: "moves between pools of which there is one copy each" }];
}

function checkSameClasses({ from, steps }: Move, to: PoolDraft): Problem[] {
  const [own, others] = [from, to].map((pool) => classesOf(pool));
  if (own === null || others === null) return [];
  if (own.length === others.length && own.every((name) => others.includes(name))) return [];
  const found = `a pool with the classes ${others.join(", ")}`;
  // A file that cannot be read may have them.
  return [{ steps, found, allowed: `one with the same classes, ${own.join(", ")}`, isAbsence: true }];
}

function classesOf({ stages }: PoolDraft): string[] | null {
  return stages[0].rules.members?.classes.map(({ name }) => name) ?? null;
}

/** Who reaches the age limit of one pool must be young enough for the next. */
function checkLeaving(move: Move, to: PoolDraft): Problem[] {
  const leaveAt = stageOf(move).rules.members?.leaveAt;
  const next = to.stages[move.stage].rules.members?.leaveAt;
  if (move.who !== "aged" || leaveAt === undefined || next === undefined || next > leaveAt) return [];
  const found = `a pool that members leave at ${next}`;
  const allowed = `one that they leave later than this one, which they leave at ${leaveAt}`;
  return [{ steps: move.steps, found, allowed, isAbsence: true }];
}
