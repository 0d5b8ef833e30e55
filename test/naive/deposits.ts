import type { Funding } from "../../src/scenario/scenario.ts";
import { classesOf } from "./classes.ts";
import { rulesBefore, rulesNow, takeOut } from "./people.ts";
import type { Member, Pool, World } from "./world.ts";

/** Who leaves gets back what is left of the deposit, or the operator keeps it. */
export function closeDeposit(member: Member, pool: Pool, world: World): void {
  const { funding } = rulesNow(pool, world.period);
  const left = member.deposit ?? 0;
  if (funding?.refundToLeavers) pool.now.depositsReturned += left;
  else pool.now.depositsLost += left;
}

/** The start of a period: whose deposit runs low is out, unless willing to top it up. */
export function letTopUpOrLeave(pool: Pool, world: World): void {
  const rules = rulesBefore(pool, world.period);
  const { funding } = rules;
  if (funding === null) return;
  const classes = classesOf(rules, pool);
  const willing = ({ className }: Member) => world.known(classes[className].topUp ?? funding.topUp.portion);
  const out = takeOut(pool, (member) => member.toTopUp > 0 && !world.luck.chance(willing(member)));
  for (const member of out) closeDeposit(member, pool, world);
  pool.now.defaulted += out.length;
  pool.former.push(...out);
}

/** Before the settlement: who is still there tops up, who joined pays in, and the operator credits interest. */
export function fillDeposits(pool: Pool, world: World): void {
  const { funding } = rulesNow(pool, world.period);
  if (funding === null) return;
  const { known, period } = world;
  const rate = (1 + known(funding.interest)) ** (1 / period.perYear) - 1;
  for (const member of pool.members) {
    if (member.deposit === null) payIn(member, known(funding.deposit), known(funding.credit), pool);
    else topUp(member, pool);
    credit(member, rate * (member.deposit ?? 0), pool);
  }
}

function payIn(member: Member, deposit: number, more: number, pool: Pool): void {
  member.deposit = deposit;
  pool.now.depositsPaid += deposit;
  credit(member, more, pool);
}

function topUp(member: Member, pool: Pool): void {
  member.deposit = (member.deposit ?? 0) + member.toTopUp;
  pool.now.depositsPaid += member.toTopUp;
  member.toTopUp = 0;
}

function credit(member: Member, amount: number, pool: Pool): void {
  member.deposit = (member.deposit ?? 0) + amount;
  pool.now.depositsCredited += amount;
}

/**
 * Takes a share from a deposit, as far as it goes; gives what was taken. Who could not pay all, or is below the minimum then, has to
 * top up: once, or as often as the minimum needs.
 */
export function payFromDeposit(
  member: Member,
  share: number,
  funding: Funding,
  pool: Pool,
  { known }: World,
): number {
  const held = member.deposit ?? 0;
  const paid = Math.min(share, held);
  const left = held - paid;
  const [minimum, amount] = [known(funding.minimum), known(funding.topUp.amount)];
  if (paid < share || left < minimum)
    member.toTopUp = amount * Math.max(1, Math.ceil((minimum - left) / amount));
  member.deposit = left;
  pool.now.depositsUsed += paid;
  return paid;
}

/** At the end: what the operator has spent is lost, the rest goes back. */
export function returnDeposits(members: readonly Member[], pool: Pool, world: World): void {
  const { funding } = rulesNow(pool, world.period);
  const held = depositsOf(members);
  const lost = held * world.known(funding?.spent ?? 0);
  pool.now.depositsLost += lost;
  pool.now.depositsReturned += held - lost;
  for (const member of members) member.deposit = 0;
}

/** What members hold together. */
export function depositsOf(members: readonly Member[]): number {
  return members.reduce((sum, { deposit }) => sum + (deposit ?? 0), 0);
}
