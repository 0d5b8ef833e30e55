import type { Members, RateTable, Stage } from "../../src/scenario/scenario.ts";
import { inOnePeriod } from "./clock.ts";
import { closeDeposit } from "./deposits.ts";
import { rateAt } from "./incidence.ts";
import { ageAt, ageNow, rulesNow, takeOut } from "./people.ts";
import type { Member, Pool, World } from "./world.ts";

/** Step 4: deaths leave, and who turns the age limit leaves or moves into another pool. */
export function letDieOrAgeOut(pool: Pool, world: World): void {
  const rules = rulesNow(pool, world.period);
  const { cover, members } = rules;
  if (cover?.mortality) letDie(pool, cover.mortality, rules, world);
  if (members !== null) letAgeOut(pool, members, world);
}

function letDie(pool: Pool, mortality: RateTable, rules: Stage, world: World): void {
  const { period, luck } = world;
  const died = takeOut(pool, (member) => {
    const rate = rateAt(ageNow(member, rules, world), member.sex, mortality);
    return luck.chance(inOnePeriod(rate, period));
  });
  for (const member of died) closeDeposit(member, pool, world);
  pool.now.died += died.length;
}

function letAgeOut(pool: Pool, { leaveAt, movesTo }: Members, world: World): void {
  const { period, luck, known, pools } = world;
  const old = takeOut(pool, (member) => ageAt(period.index + 1, member, period) >= leaveAt);
  const to = pools.find(({ rules }) => movesTo !== null && rules.name === movesTo.pool);
  for (const member of old) {
    if (to?.ended === null && movesTo !== null && luck.chance(known(movesTo.portion))) move(member, pool, to);
    else {
      closeDeposit(member, pool, world);
      pool.now.agedOut += 1;
    }
  }
}

/** Moves with all that is theirs; a member of the other pool from the next period on. */
function move(member: Member, from: Pool, to: Pool): void {
  from.now.movedOut += 1;
  to.arriving.push(member);
}

/** The start of a period: who came from another pool since the last one is a member. */
export function takeArrivals(pool: Pool): void {
  pool.members.push(...pool.arriving);
  pool.now.movedIn += pool.arriving.length;
  pool.arriving = [];
}
