import type { Stage } from "../../src/scenario/scenario.ts";
import { bearShortfall, carry, cutAid, payAid, payAllByOperator } from "./bearers.ts";
import { costOf } from "./cost.ts";
import { depositsOf, payFromDeposit, returnDeposits } from "./deposits.ts";
import { limitShares } from "./limits.ts";
import { rulesNow } from "./people.ts";
import { amountsOf } from "./settle.ts";
import { decideClaims } from "./verdicts.ts";
import type { Ended, Pool, World } from "./world.ts";

/** After the end: illness before it is paid for as far as it is approved within the window, period by period or all at once. */
export function runOff(pool: Pool, ended: Ended, world: World): void {
  const { index } = world.period;
  const rules = rulesNow(pool, world.period);
  const isLast = index === ended.settledUntil;
  if (index > ended.settledUntil || (rules.ending.runOff.atOnce && !isLast)) return;
  const approved = decideClaims(pool, world);
  pool.sharedCases = approved.filter(({ paidBy }) => paidBy === "pool").length;
  payAid(amountsOf(approved, rules, world), rules, pool, world);
  payLast(ended, rules, pool, world);
  if (isLast) returnDeposits(pool.members, pool, world);
  pool.now.deposits = depositsOf(pool.members);
}

function payLast(ended: Ended, rules: Stage, pool: Pool, world: World): void {
  const { paidBy } = rules.ending.runOff;
  if (paidBy === "operator") payAllByOperator(rules, pool, world);
  else if (paidBy === "nobody") {
    carry(pool, 0);
    cutAid({ ...rules.sharing, fee: 0 }, pool, world);
  } else askFormer(ended, rules, pool, world);
}

/** Who was a member at the end and can still be asked pays an equal share, from the deposit where there is one. */
function askFormer({ askable, settledUntil }: Ended, rules: Stage, pool: Pool, world: World): void {
  const { sharing } = rules;
  const cost = costOf(askable.length, sharing, pool, world);
  const each = askable.map(() => Math.max(0, cost) / askable.length);
  const shares = limitShares(askable, each, sharing, pool, world);
  const paid = askable.map((member, i) =>
    rules.funding === null ? shares[i] : payFromDeposit(member, shares[i], rules.funding, pool, world),
  );
  const total = paid.reduce((sum, one) => sum + one, 0);
  pool.now.sharers = askable.length;
  pool.now.contributions = total;
  pool.now.share = askable.length === 0 ? 0 : total / askable.length;
  carry(pool, total);
  const isLast = world.period.index === settledUntil;
  bearShortfall(
    sharing.excess === "nextPeriod" && isLast ? { ...sharing, excess: "aid" } : sharing,
    pool,
    world,
  );
}
