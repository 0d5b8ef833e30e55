import { classesOf } from "./classes.ts";
import { inOnePeriod } from "./clock.ts";
import { closeDeposit } from "./deposits.ts";
import { rulesBefore, takeOut } from "./people.ts";
import { annualLapse } from "./reactions.ts";
import { outlookOf } from "./recentShares.ts";
import { meanFactor } from "./shocks.ts";
import type { Pool, World } from "./world.ts";

/** Step 8 of the period before, felt now: who found the share too high, or has other reasons, leaves as this period begins. */
export function letLapse(pool: Pool, world: World): void {
  if (world.period.index === 0) return;
  const lapse = new Map<string, number>();
  for (const className of Object.keys(classesOf(rulesBefore(pool, world.period), pool)))
    lapse.set(className, lapseOf(className, pool, world));
  const lapsed = takeOut(pool, ({ className }) => world.luck.chance(lapse.get(className) ?? 0));
  for (const member of lapsed) closeDeposit(member, pool, world);
  pool.now.lapsed += lapsed.length;
  pool.former.push(...lapsed);
}

/** The probability that a member of a class lapses; an event makes it so many times as likely. */
function lapseOf(className: string, pool: Pool, world: World): number {
  const { period, shocks, known } = world;
  const { lapse, reaction } = classesOf(rulesBefore(pool, period), pool)[className];
  const base = known(lapse);
  const sees = reaction.kind === "none" ? null : outlookOf(pool, className, reaction.lookBack, world);
  const annual = sees === null ? base : annualLapse(base, reaction, sees, known);
  return 1 - (1 - inOnePeriod(annual, period)) ** meanFactor("lapse", shocks, period, known);
}
