import type { Cover, Illness } from "../../src/scenario/scenario.ts";
import { benefitAt } from "./amounts.ts";
import { closeDeposit } from "./deposits.ts";
import { type RateOf, ratesNow } from "./incidence.ts";
import { ageNow, coveredFrom, rulesNow, takeOut } from "./people.ts";
import { reportClaim } from "./verdicts.ts";
import type { Member, Pool, World } from "./world.ts";

/** Step 3: each member may fall ill, once in a period, at some time of it. Nothing is covered before the plan has started. */
export function letFallIll(pool: Pool, world: World): void {
  const { cover } = rulesNow(pool, world.period);
  if (cover === null || !pool.started) return;
  const rateOf = ratesNow(cover, pool, world);
  const gone = takeOut(pool, (member) => fallsOut(member, pool, cover, rateOf, world));
  for (const member of gone) closeDeposit(member, pool, world);
}

/** Lets one member fall ill or not; tells whether that ends the membership. */
function fallsOut(who: Member, pool: Pool, cover: Cover, rateOf: RateOf, world: World): boolean {
  const { period, luck } = world;
  const all = cover.illnesses.reduce((sum, illness) => sum + rateOf(who, illness), 0);
  if (!luck.chance(1 - Math.exp(-all / period.perYear))) return false;
  const illness = luck.pick(cover.illnesses, (one) => rateOf(who, one));
  const isWaiting = period.index + luck.uniform() < coveredFrom(who, illness.name, world);
  if (isWaiting) return cover.waitingIllness === "refunded" && refundTo(who, pool);
  return claims(who, illness, pool, world);
}

/** Ill while waiting: all contributions back, which the others share, and out for good. */
function refundTo({ contributions }: Member, pool: Pool): true {
  pool.now.waitingIll += 1;
  pool.now.refunds += contributions;
  return true;
}

function claims(who: Member, illness: Illness, pool: Pool, world: World): boolean {
  const benefit = benefitAt(ageNow(who, rulesNow(pool, world.period), world), illness);
  if (benefit === null) return false;
  reportClaim({ benefit, paidBy: illness.paidBy }, pool, world);
  if (illness.movesTo !== null) who.className = illness.movesTo;
  if (illness.endsMembership) pool.now.claimed += 1;
  return illness.endsMembership;
}
