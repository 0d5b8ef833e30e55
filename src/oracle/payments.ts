import { power } from "../random/power.ts";
import { isAgainstBills, isPerClaim } from "../scenario/perClaim.ts";
import { type AmountLaw, amountLaw } from "./amountLaw.ts";
import type { PoolInWorld } from "./poolInWorld.ts";

/** Of which a total is: its periods, from the first to before the last, and what of it counts. */
export interface Window {
  readonly from: number;
  readonly to: number;
  /** `aid`: the aid that the pool shares; `cost`: all aid, and the fee on what is shared; `share`: what one sharer bears of the latter two. */
  readonly of: "aid" | "cost" | "share";
}

/** What claims of a window cost when they are approved. */
export interface Payments {
  readonly laws: readonly AmountLaw[];
  /** By law: a name that in all worlds and pools means the same law. */
  readonly keys: readonly string[];
  /** By tier, then period of approval: which law; -1 where nothing counts. */
  readonly lawAt: readonly Int32Array[];
  /** What is known without any claim: fees per head. */
  readonly certain: number;
}

/** Laws that were worked out in other worlds or windows, by their keys: the variance of some takes a while. */
export type KnownLaws = Map<string, AmountLaw>;

/** The laws of what a claim of each tier costs in each period of a window. */
export function paymentsOf(of: PoolInWorld, window: Window, known: KnownLaws): Payments {
  const { pool, calendar } = of;
  const laws: AmountLaw[] = [];
  const keys: string[] = [];
  const indices = new Map<string, number>();
  const lawAt = pool.tiers.map((_, tier) =>
    Int32Array.from({ length: calendar }, (__, t) => {
      const factor = t < window.from || t >= window.to ? 0 : factorAt(of, window, tier, t);
      if (factor === 0) return -1;
      const growth = growthAt(of, t);
      const key = `${pool.name}/${tier} ${amountKey(of, tier)} ${growth} ${factor}`;
      const law = indices.get(key) ?? laws.push(known.get(key) ?? lawOf(of, tier, growth, factor)) - 1;
      known.set(key, laws[law]);
      keys[law] = key;
      indices.set(key, law);
      return law;
    }),
  );
  return { laws, keys, lawAt, certain: feesPerHead(of, window) };
}

/** What tells the amounts of a tier in one world from those in another. */
function amountKey({ pool, world }: PoolInWorld, tier: number): number {
  const { amount } = pool.tiers[tier];
  return isPerClaim(amount) || isAgainstBills(amount) ? 0 : world.valueIn(amount);
}

function lawOf({ pool, world }: PoolInWorld, tier: number, growth: number, factor: number): AmountLaw {
  const { amount } = pool.tiers[tier];
  return isPerClaim(amount) || isAgainstBills(amount)
    ? amountLaw(amount, growth, factor)
    : amountLaw(world.valueIn(amount), growth, factor);
}

/** What a unit of aid of a tier counts for. */
function factorAt({ pool, world, table }: PoolInWorld, { of }: Window, tier: number, t: number): number {
  const isOperators = pool.tiers[tier].paidByOperator;
  const withFee = 1 + (isOperators ? 0 : world.valueIn(pool.rules[pool.periods[t].stage].sharing.fee));
  if (of === "cost") return withFee;
  if (isOperators) return 0;
  if (of === "aid") return 1;
  const sharers = sharersOf({ pool, table }, t);
  // Where nobody shares nothing is asked for.
  return sharers > 0 ? withFee / sharers : 0;
}

/** Expected sharers at a settlement. */
export function sharersOf({ pool, table }: Pick<PoolInWorld, "pool" | "table">, t: number): number {
  const { sharers } = pool.rules[pool.periods[t].stage].sharing;
  return sharers === "covered" ? table.covered[t] : table.members[t];
}

/** Of amounts since the calendar's start, to the middle of a period. */
function growthAt({ pool, world }: PoolInWorld, t: number): number {
  const inflation = world.valueIn(pool.rules[pool.periods[t].stage].inflation);
  return inflation === 0 ? 1 : power(1 + inflation, (t + 0.5) / pool.periodsPerYear);
}

function feesPerHead({ pool, world, table, calendar }: PoolInWorld, { from, to, of }: Window): number {
  if (of === "aid") return 0;
  let sum = 0;
  for (let t = from; t < Math.min(to, calendar); t++) {
    const perHead = world.valueIn(pool.rules[pool.periods[t].stage].sharing.feePerHead);
    const sharers = sharersOf({ pool, table }, t);
    sum += perHead * (of === "cost" ? sharers : sharers > 0 ? 1 : 0);
  }
  return sum;
}

/** By law: how many claims are expected to cost so. */
export function expectedClaims({ table }: PoolInWorld, { laws, lawAt }: Payments): Float64Array {
  const counts = new Float64Array(laws.length);
  lawAt.forEach((of, tier) => {
    of.forEach((law, t) => {
      if (law >= 0) counts[law] += table.cases[tier][t];
    });
  });
  return counts;
}
