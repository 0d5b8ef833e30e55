import type { PoolDraft, Rules } from "../drafts.ts";
import { oldestAge } from "../measures.ts";
import type { Problem } from "../problem.ts";
import type { Illness, RateTable } from "../scenario.ts";
import { lastAge, tablesIn } from "../schema/timesTable.ts";
import type { Move } from "./moves.ts";

/** Tables that do not have all the ages a member can have, from `youngest` (who moves in may be younger than joiners) on. */
export function checkAges({ members, cover }: Rules, youngest: number): Problem[] {
  if (!members || !cover) return [];
  const from = Math.floor(Math.min(members.joinFrom, youngest));
  const to = Math.min(oldestAge, Math.max(from, Math.ceil(members.leaveAt) - 1));
  const short = (table: RateTable) => table.fromAge > from || lastAge(table) < to;
  const problem = (steps: Problem["steps"], table: RateTable): Problem => ({
    steps,
    found: `a table for ages ${table.fromAge}-${lastAge(table)}`,
    allowed: `all ages a member can have, ${from}-${to}`,
  });
  const problems = cover.illnesses.flatMap((illness) => illnessTables(illness, short, problem));
  if (cover.mortality !== null && short(cover.mortality))
    problems.push(problem(["cover", "mortality"], cover.mortality));
  return problems;
}

function illnessTables(
  illness: Illness,
  short: (table: RateTable) => boolean,
  problem: (steps: Problem["steps"], table: RateTable) => Problem,
): Problem[] {
  const keys = ["incidence", "times"];
  return tablesIn(illness.incidence).flatMap((table, index) =>
    short(table) ? [problem(["cover", "illnesses", illness.name, keys[index]], table)] : [],
  );
}

/** The youngest who move into a pool from others, on one way or over several; Infinity where nobody does. */
export function youngestMoving(
  pool: PoolDraft,
  moves: readonly Move[],
  seen: readonly PoolDraft[] = [],
): number {
  const ages = moves
    .filter(({ from, to }) => to === pool && from !== pool && !seen.includes(from))
    .map(({ from, who, stage }) => {
      const members = from.stages[stage].rules.members;
      if (who === "aged") return members?.leaveAt ?? oldestAge;
      const joining = from.stages.map(({ rules }) => rules.members?.joinFrom ?? oldestAge);
      return Math.min(...joining, youngestMoving(from, moves, [...seen, pool]));
    });
  return Math.min(...ages);
}
