import type { Stage } from "../../src/scenario/scenario.ts";
import { payForMember } from "./bearers.ts";
import { inWholePeriods } from "./clock.ts";
import { payFromDeposit } from "./deposits.ts";
import { takeOut } from "./people.ts";
import type { Member, Pool, World } from "./world.ts";

/** Step 7: takes what each is asked for: from the operator in free times, from the deposit, or by a debit, which may fail. */
export function collect(asked: ReadonlyMap<Member, number>, rules: Stage, pool: Pool, world: World): void {
  for (const [member, share] of asked) {
    member.paidThisYear += share;
    if (share === 0) continue;
    if (isFree(member, rules, world)) payForMember(share, rules, pool, world);
    else take(member, share, rules, pool, world);
  }
}

/** Does the operator pay this member's shares: in the first days, or because they joined early? */
function isFree({ joined, joinedOn }: Member, { sharing }: Stage, { period }: World): boolean {
  const { exempt, freeDays } = sharing;
  if (exempt !== null && joinedOn < exempt.joinedBefore && period.last <= exempt.until) return true;
  return joined >= 0 && period.index < joined + inWholePeriods(freeDays, period);
}

function take(member: Member, share: number, rules: Stage, pool: Pool, world: World): void {
  const { funding } = rules;
  const paid =
    funding === null
      ? debit(member, share, rules, world)
      : payFromDeposit(member, share, funding, pool, world);
  member.contributions += paid;
  pool.now.contributions += paid;
  pool.contributionsPaid += paid;
  const unpaid = share - paid;
  if (rules.collection.unpaid === "operator") payForMember(unpaid, rules, pool, world);
  else pool.surplus -= unpaid;
}

/** A debit that fails, fails for good: nothing is paid, and the member is out when the time of grace is over. */
function debit(member: Member, share: number, { collection }: Stage, { luck, known, period }: World): number {
  if (!luck.chance(known(collection.failing))) return share;
  member.outIn ??= period.index + Math.max(1, inWholePeriods(collection.graceDays, period));
  return 0;
}

/** The start of a period: whose time of grace is over is out. */
export function letDefault(pool: Pool, { period }: World): void {
  const out = takeOut(pool, ({ outIn }) => outIn !== null && outIn <= period.index);
  pool.now.defaulted += out.length;
  pool.former.push(...out);
}
