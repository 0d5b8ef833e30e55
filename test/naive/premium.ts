import type { Premium as PremiumRule, Stage } from "../../src/scenario/scenario.ts";
import { carry } from "./bearers.ts";
import { costOf } from "./cost.ts";
import type { Member, Pool, Premium, World } from "./world.ts";

/** Asks every sharer for the premium, whatever the cost is; what the cost leaves may be the operator's. */
export function chargePremium(
  sharers: readonly Member[],
  { sharing }: Stage,
  pool: Pool,
  world: World,
): Map<Member, number> {
  const { premium: rule } = sharing;
  if (rule === null) return new Map();
  costOf(sharers.length, sharing, pool, world);
  const premium = premiumNow(rule, pool, world);
  premium.collected += premium.amount * sharers.length;
  premium.cost += pool.sharedAid + pool.now.fee;
  carry(pool, premium.amount * sharers.length);
  if (rule.leftTo === "operator" && pool.surplus > 0) {
    pool.now.fee += pool.surplus;
    pool.surplus = 0;
  }
  return new Map(sharers.map((member) => [member, premium.amount]));
}

function premiumNow(rule: PremiumRule, pool: Pool, { known }: World): Premium {
  pool.premium ??= { amount: known(rule.amount), collected: 0, cost: 0 };
  return pool.premium;
}

/** A new calendar year: the premium follows the cost of the last, up or down by a factor of 1 + most at most. */
export function renewPremium({ sharing }: Stage, pool: Pool, { known }: World): void {
  const { premium } = pool;
  if (premium === null || sharing.premium === null) return;
  const { renewal } = sharing.premium;
  if (renewal !== null && premium.collected > 0) {
    const most = 1 + known(renewal.most);
    const wanted = premium.cost / premium.collected / known(renewal.lossRatio);
    premium.amount *= Math.min(most, Math.max(1 / most, wanted));
  }
  premium.collected = 0;
  premium.cost = 0;
}
