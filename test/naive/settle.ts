import type { Stage } from "../../src/scenario/scenario.ts";
import { amountOf, growthIn } from "./amounts.ts";
import { bearShortfall, carry, payAid, payAllByOperator } from "./bearers.ts";
import { collect } from "./collect.ts";
import { costOf } from "./cost.ts";
import { limitShares } from "./limits.ts";
import { rulesNow } from "./people.ts";
import { chargePremium } from "./premium.ts";
import { noteShares } from "./shares.ts";
import { sharersOf, weigh } from "./weights.ts";
import type { Claim, Member, Pool, World } from "./world.ts";

/** Steps 6 and 7: shares out what the approved claims cost, and collects the shares. */
export function settle(pool: Pool, approved: readonly Claim[], world: World): void {
  const rules = rulesNow(pool, world.period);
  const sharers = sharersOf(pool, rules, world);
  pool.now.sharers = sharers.length;
  pool.sharedCases = approved.filter(({ paidBy }) => paidBy === "pool").length;
  payAid(amountsOf(approved, rules, world), rules, pool, world);
  const asked = ask(sharers, rules, pool, world);
  noteShares(pool, sharers, asked);
  collect(asked, rules, pool, world);
}

/** What the claims of the pool and those of the operator come to. */
export function amountsOf(approved: readonly Claim[], { cover }: Stage, world: World) {
  const growth = cover === null ? 1 : growthIn(world, cover);
  const aid = { pool: 0, operator: 0 };
  for (const { benefit, paidBy } of approved) aid[paidBy] += amountOf(benefit, growth, world);
  return aid;
}

/** What each sharer is asked for. What all together are not asked for, others bear. */
function ask(sharers: readonly Member[], rules: Stage, pool: Pool, world: World): Map<Member, number> {
  const { closing } = rules.ending;
  if (closing?.sharingStops === true && world.period.last >= closing.announced) {
    payAllByOperator(rules, pool, world);
    return new Map();
  }
  if (sharers.length === 0 || !pool.started) {
    pool.now.fee = world.known(rules.sharing.fee) * pool.sharedAid;
    carry(pool, 0);
    bearShortfall({ ...rules.sharing, excess: "aid" }, pool, world);
    return new Map();
  }
  const asked = rules.sharing.premium
    ? chargePremium(sharers, rules, pool, world)
    : apportion(sharers, rules, pool, world);
  if (pool.surplus < 0) bearShortfall(rules.sharing, pool, world);
  return asked;
}

/** Cost = aid + fee + refunds - surplus carried; share = cost x weight / sum of weights, rounded up to the unit. */
function apportion(sharers: readonly Member[], rules: Stage, pool: Pool, world: World): Map<Member, number> {
  const { sharing } = rules;
  const cost = costOf(sharers.length, sharing, pool, world);
  const weights = weigh(sharers, rules, pool, world);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const each = weights.map((weight) =>
    all > 0 ? (Math.max(0, cost) * weight) / all : Math.max(0, cost) / sharers.length,
  );
  const shares = limitShares(sharers, each, sharing, pool, world);
  carry(
    pool,
    shares.reduce((sum, share) => sum + share, 0),
  );
  return new Map(sharers.map((member, i) => [member, shares[i]]));
}
