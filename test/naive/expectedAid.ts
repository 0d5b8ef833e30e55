import { meanOf } from "../../src/random/momentsOf.ts";
import { isAgainstBills, isPerClaim } from "../../src/scenario/perClaim.ts";
import type { Amount, Cover, Stage } from "../../src/scenario/scenario.ts";
import { benefitAt, growthIn } from "./amounts.ts";
import { classesOf } from "./classes.ts";
import { ratesNow } from "./incidence.ts";
import { ageNow, coveredFrom, rulesNow } from "./people.ts";
import type { Member, Pool, World } from "./world.ts";

/** Gives the aid that somebody of this class and age may expect in a year at the rates of this period; none while waiting. */
export function expectedAidNow(rules: Stage, pool: Pool, world: World): (who: Member) => number {
  const { cover, claims } = rules;
  const approved = 1 - world.known(claims.denied) * (1 - grantedPart(claims, world));
  if (cover === null) return (who) => approved * expectedOfRow(who, pool, world);
  const rateOf = ratesNow(cover, pool, world);
  const amount = meanAmounts(cover, rules, world);
  return (who) => {
    let expected = 0;
    for (const illness of cover.illnesses) {
      const part = coveredPart(who, illness.name, world);
      expected += approved * part * rateOf(who, illness) * amount(who, illness);
    }
    return expected;
  };
}

function grantedPart({ jury }: Stage["claims"], { known }: World): number {
  return jury === null ? 0 : known(jury.disputed) * known(jury.granted);
}

function meanAmounts(cover: Cover, rules: Stage, world: World) {
  const growth = growthIn(world, cover);
  return (who: Member, illness: Cover["illnesses"][number]) => {
    const benefit = benefitAt(ageNow(who, rules, world), illness);
    return benefit === null ? 0 : growth * meanAmount(benefit, world);
  };
}

function meanAmount(amount: Amount, { known }: World): number {
  if (isPerClaim(amount)) return meanOf(amount.perClaim);
  if (isAgainstBills(amount)) throw new Error("what bills come to on average is tested elsewhere");
  return known(amount);
}

/** The part of this period that comes after the waiting. */
function coveredPart(who: Member, illness: string | null, world: World): number {
  return Math.min(1, Math.max(0, world.period.index + 1 - coveredFrom(who, illness, world)));
}

function expectedOfRow({ className }: Member, { rules }: Pool, { known, period }: World): number {
  const row = rules.group?.find((one) => one.className === className);
  if (row === undefined || isPerClaim(row.benefit) || isAgainstBills(row.benefit)) return 0;
  const { claims, benefit } = row;
  const mean = claims.kind === "atMostOne" ? known(claims.probability) : known(claims.mean);
  return mean * period.perYear * known(benefit);
}

/**
 * Notes what a covered member of each class that compares its share with it may expect to receive in a year; while nobody
 * is covered no share is too high for it.
 */
export function noteExpectedAid(pool: Pool, world: World): void {
  const rules = rulesNow(pool, world.period);
  for (const [name, { reaction, joins }] of Object.entries(classesOf(rules, pool))) {
    if (![reaction, joins].some((of) => "reference" in of && of.reference === "expectedAid")) continue;
    const ofClass = pool.members.filter(({ className }) => className === name);
    const expected = ofClass.map(expectedAidNow(rules, pool, world)).reduce((sum, one) => sum + one, 0);
    const covered = ofClass.reduce((sum, member) => sum + coveredPart(member, null, world), 0);
    pool.expectedAid.set(name, covered === 0 ? Number.POSITIVE_INFINITY : expected / covered);
  }
}
