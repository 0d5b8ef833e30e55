import type { Cover, Illness, Members, Stage } from "../../src/scenario/scenario.ts";
import { inPeriods, inWholePeriods, type Period } from "./clock.ts";
import type { Member, Pool, World } from "./world.ts";

/** The rules of a pool in a period: those in force on its day of settlement. */
export function rulesNow({ rules }: Pool, { last }: Period): Stage {
  return rules.stages.findLast(({ from }) => from <= last) ?? rules.stages[0];
}

/** The rules of the period before this one: those under which members decided to leave, and others whether to join. */
export function rulesBefore({ rules }: Pool, { first }: Period): Stage {
  return rules.stages.findLast(({ from }) => from < first) ?? rules.stages[0];
}

/** Age in years at a time, exact to the birthday. */
export function ageAt(time: number, { born }: Member, { perYear }: Period): number {
  return (time - born) / perYear;
}

/**
 * Age in the middle of a period, at which rates, benefits and weights are taken; who turns the age limit within it is of the age
 * before until then.
 */
export function ageNow(member: Member, { members }: Stage, { period }: World): number {
  const limit = (members?.leaveAt ?? Number.POSITIVE_INFINITY) - 1e-9;
  return Math.min(ageAt(period.index + 0.5, member, period), limit);
}

/** When a member's waiting is over: the plan's, or that of an illness; as the rules were on joining. */
export function coveredFrom({ joined, joinedUnder }: Member, illness: string | null, world: World): number {
  const { cover } = joinedUnder;
  const own = cover?.illnesses.find(({ name }) => name === illness)?.waitingDays;
  return joined + inPeriods(world.known(own ?? cover?.waitingDays ?? 0), world.period);
}

/** Is a member past the plan's waiting by the settlement? */
export function isCovered(member: Member, world: World): boolean {
  return coveredFrom(member, null, world) < world.period.index + 1;
}

/** Somebody who joins at the start of this period: an age of the mix, evenly within the band, and a sex. */
export function newMember(className: string, rules: Stage, world: World): Member {
  const { period } = world;
  const { age, sex } = rules.members === null ? ageless : ageAndSex(rules.members, world);
  return {
    className,
    sex,
    born: period.index - age * period.perYear,
    joined: period.index,
    joinedOn: period.first,
    joinedUnder: rules,
    deposit: null,
    contributions: 0,
    paidThisYear: 0,
    toTopUp: 0,
    outIn: null,
  };
}

/** Somebody who was a member before the first day, for as long as the longest waiting takes. */
export function earlyMember(className: string, rules: Stage, world: World): Member {
  const longest = inWholePeriods(longestWaiting(rules.cover, world), world.period);
  const joined = -1 - longest;
  return { ...newMember(className, rules, world), joined, joinedOn: Number.NEGATIVE_INFINITY };
}

function longestWaiting(cover: Cover | null, { known }: World): number {
  const ofIllness = ({ waitingDays }: Illness) => known(waitingDays ?? 0);
  return cover === null ? 0 : Math.max(known(cover.waitingDays), ...cover.illnesses.map(ofIllness));
}

const ageless = { age: 40, sex: "female" } as const;

function ageAndSex({ mix }: Members, { luck, known }: World) {
  const band = luck.pick(mix, ({ portion }) => known(portion));
  const age = band.ages.from + luck.uniform() * (band.ages.to + 1 - band.ages.from);
  return { age, sex: luck.chance(known(band.male)) ? "male" : "female" } as const;
}

/** Takes members out of a pool for whom a reason holds; gives them. */
export function takeOut(pool: Pool, isOut: (member: Member) => boolean): Member[] {
  const out: Member[] = [];
  pool.members = pool.members.filter((member) => {
    if (!isOut(member)) return true;
    out.push(member);
    return false;
  });
  return out;
}
