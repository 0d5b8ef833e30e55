import { hasClaims } from "../plan/claimProbability.ts";
import type { Algebra, ClaimsLaw } from "./algebra.ts";
import { classPortions } from "./classPortions.ts";
import { type Hazards, lapseAt } from "./hazards.ts";
import { initialMembers, rejoinAt } from "./joiners.ts";
import type { Payments } from "./payments.ts";
import type { PoolInWorld } from "./poolInWorld.ts";

/**
 * The total that a window's claims cost, where persons are counted one by one: members are independent of each other, so it is a sum
 * over them, and what is known of one member's claims follows backwards in time from what comes after.
 *
 * In each period: who leaves may come back later; a claim costs what it does when it is approved, and ends the membership, changes the
 * class or neither; who is still there lives on. `algebra` says what "known" is. O(periods cohorts classes entries tiers) operations.
 */
export function personTotals<Known>(of: PoolInWorld, { lawAt }: Payments, algebra: Algebra<Known>): Known {
  const { pool, world, calendar, table } = of;
  const claims = claimsKnown(of, lawAt, algebra);
  const back: Known[][] = Array.from({ length: calendar + 2 }, () => pool.classes.map(() => algebra.nothing));
  let total = algebra.nothing;
  for (let c = pool.cohorts.length - 1; c >= 0; c--) {
    const { joined } = pool.cohorts[c];
    if (joined >= calendar) continue;
    const byClass = joinerKnown({ of, claims, algebra, back }, c);
    if (joined >= 0) comeBack(of, algebra, back, joined, byClass);
    const portions = classPortions(pool, world, Math.max(0, joined));
    const persons = joined < 0 ? initialMembers(pool, world) : table.newcomers[joined];
    if (pool.closedGroup)
      for (const [k, portion] of portions.entries())
        total = algebra.sum(total, algebra.times(byClass[k], Math.round(persons * portion)));
    else {
      const one = algebra.choice(byClass.map((known, k) => [portions[k], known]));
      total = algebra.sum(total, algebra.times(one, persons));
    }
  }
  return total;
}

interface Backwards<Known> {
  readonly of: PoolInWorld;
  /** By period of illness, then tier: of what one claim costs. */
  readonly claims: readonly (readonly Known[])[];
  readonly algebra: Algebra<Known>;
  /** By period, then class: of a former member at its start. */
  readonly back: Known[][];
}

/** Of what a claim costs that is approved in some period of the window or in none. */
function claimsKnown<Known>(
  { pool, approvals, calendar }: PoolInWorld,
  lawAt: Payments["lawAt"],
  algebra: Algebra<Known>,
): Known[][] {
  return Array.from({ length: calendar }, (_, illness) =>
    pool.tiers.map((__, tier) => {
      const parts = new Map<number, number>();
      let rest = 1;
      for (let t = illness; t < calendar; t++) {
        const part = approvals.approved[illness][t];
        const law = lawAt[tier][t];
        if (law < 0 || part === 0) continue;
        parts.set(law, (parts.get(law) ?? 0) + part);
        rest -= part;
      }
      return algebra.choice([
        [Math.max(0, rest), algebra.nothing],
        ...[...parts].map(([law, part]): [number, Known] => [part, algebra.payments[law]]),
      ]);
    }),
  );
}

/** By class: of a joiner of a cohort, over the ages and sexes of its joiners. */
function joinerKnown<Known>(work: Backwards<Known>, c: number): Known[] {
  const { of, algebra } = work;
  const { pool, calendar, world } = of;
  const { joined, mix } = pool.cohorts[c];
  const entries = pool.ages.mixes[mix];
  const first = Math.max(0, joined);
  const possible = Array.from(entries.keys()).filter((e) => entries[e] > 0);
  let next: Known[][] = pool.classes.map(() => Array.from(entries, () => algebra.nothing));
  for (let t = calendar - 1; t >= first; t--) {
    const later = next;
    next = pool.classes.map((_, k) => {
      const lapse = t > joined ? lapseAt(pool, world, t, k) : 0;
      const known = Array.from(entries, () => algebra.nothing);
      for (const e of possible) {
        const staying = throughPeriod(work, { t, c, k, e }, later);
        known[e] =
          lapse === 0
            ? staying
            : algebra.choice([
                [1 - lapse, staying],
                [lapse, work.back[t + 1][k]],
              ]);
      }
      return known;
    });
  }
  return next.map((ofClass) => algebra.choice(possible.map((e) => [entries[e], ofClass[e]])));
}

interface Cell {
  readonly t: number;
  readonly c: number;
  readonly k: number;
  readonly e: number;
}

/** Of a member who is there after the period's leavers, from `later`: of members at its end. */
function throughPeriod<Known>(
  { of, claims, algebra }: Backwards<Known>,
  { t, c, k, e }: Cell,
  later: readonly (readonly Known[])[],
): Known {
  const { pool } = of;
  const hazards = of.hazards(t, c, k, e);
  const left = 1 - (1 - hazards.waitingIllness) * (1 - hazards.death) * (1 - hazards.ageOut);
  const livesOn = algebra.choice([
    [1 - left, later[k][e]],
    [left, algebra.nothing],
  ]);
  if (pool.closedGroup) return ofRow(of, { t, k }, claims[t], hazards, livesOn, algebra);
  let none = 1;
  const parts: [number, Known][] = [];
  pool.tiers.forEach(({ endsMembership, movesToClass }, i) => {
    const probability = hazards.claim[i];
    if (probability === 0) return;
    none -= probability;
    const isMoved = movesToClass !== null && movesToClass !== k;
    const after = endsMembership ? algebra.nothing : isMoved ? later[movesToClass][e] : livesOn;
    parts.push([probability, algebra.sum(claims[t][i], after)]);
  });
  return algebra.choice([[none, livesOn], ...parts]);
}

/** A row of a closed group has a law of its own of how many claims a member has. */
function ofRow<Known>(
  { pool, world }: PoolInWorld,
  { t, k }: Pick<Cell, "t" | "k">,
  claims: readonly Known[],
  { claim }: Hazards,
  livesOn: Known,
  algebra: Algebra<Known>,
): Known {
  const tier = pool.tiers.findIndex((of) => hasClaims(of, k));
  const counts = pool.rules[pool.periods[t].stage].counts[tier];
  const law: ClaimsLaw =
    counts.kind === "negativeBinomial" ? { kind: counts.kind, shape: world.valueIn(counts.shape) } : counts;
  if (pool.tiers[tier].endsMembership)
    return algebra.choice([
      [claim[tier], claims[tier]],
      [1 - claim[tier], livesOn],
    ]);
  return algebra.sum(algebra.counted(law, claim[tier], claims[tier]), livesOn);
}

/** Of a former member at a period's start: who comes back then, or may later. */
function comeBack<Known>(
  { pool, world }: PoolInWorld,
  algebra: Algebra<Known>,
  back: Known[][],
  t: number,
  byClass: readonly Known[],
): void {
  const part = rejoinAt(pool, world, t);
  if (part === 0 && pool.joining.rejoin === 0) return;
  back[t] = byClass.map((known, k) =>
    algebra.choice([
      [part, known],
      [1 - part, back[t + 1][k]],
    ]),
  );
}
