import type { Stage } from "../../src/scenario/scenario.ts";
import type { Pool, World } from "./world.ts";

type Sharing = Stage["sharing"];

/** The operator pays, as far as its budget goes; gives what it paid. */
export function subsidise(amount: number, { subsidyBudget }: Sharing, pool: Pool, { known }: World): number {
  const left = subsidyBudget === null ? amount : Math.max(0, known(subsidyBudget.amount) - pool.subsidyPaid);
  const paid = Math.min(amount, left);
  pool.now.subsidy += paid;
  pool.subsidyPaid += paid;
  return paid;
}

/** Books the aid: of the operator's own illnesses what it pays is paid, the pool's is to be shared. */
export function payAid(
  aid: { pool: number; operator: number },
  { sharing }: Stage,
  pool: Pool,
  world: World,
): void {
  const paid = subsidise(aid.operator, sharing, pool, world);
  pool.sharedAid = aid.pool;
  pool.now.aid = aid.pool + paid;
  pool.now.aidCut = aid.operator - paid;
}

/** Carries what was asked for into the next period, less the cost. */
export function carry(pool: Pool, asked: number): void {
  pool.surplus += asked - pool.sharedAid - pool.now.fee - pool.now.refunds;
}

/** Nobody is asked: the operator pays what the surplus does not, and takes no fee. */
export function payAllByOperator({ sharing }: Stage, pool: Pool, world: World): void {
  carry(pool, 0);
  if (pool.surplus < 0) bearShortfall({ ...sharing, excess: "operator" }, pool, world);
  if (pool.surplus < 0) cutAid(sharing, pool, world);
}

/** Who bears what members are not asked for: the operator within its budget, the aided, or the next period. */
export function bearShortfall(sharing: Sharing, pool: Pool, world: World): void {
  const { excess, subsidyBudget } = sharing;
  if (pool.surplus >= 0 || excess === "nextPeriod") return;
  if (excess === "operator") pool.surplus += subsidise(-pool.surplus, sharing, pool, world);
  if (excess === "aid" || subsidyBudget?.then !== "nextPeriod") cutAid(sharing, pool, world);
}

/** Less aid is paid, and less fee on it. */
export function cutAid({ fee }: Sharing, pool: Pool, { known }: World): void {
  if (pool.surplus >= 0) return;
  const cut = Math.min(pool.sharedAid, -pool.surplus / (1 + known(fee)));
  pool.now.aid -= cut;
  pool.now.aidCut += cut;
  pool.now.fee -= known(fee) * cut;
  pool.surplus += cut * (1 + known(fee));
}

/** What a member was asked for and does not pay the operator does, as far as its budget goes; the rest is carried. */
export function payForMember(amount: number, { sharing }: Stage, pool: Pool, world: World): void {
  pool.surplus -= amount - subsidise(amount, sharing, pool, world);
}
