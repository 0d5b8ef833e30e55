import { daysPerYear } from "../../src/scenario/day.ts";
import type { Stage } from "../../src/scenario/scenario.ts";
import { classesOf } from "./classes.ts";
import { daysWithin, inOnePeriod, type Period } from "./clock.ts";
import { earlyMember, newMember, rulesBefore, rulesNow } from "./people.ts";
import { comingPart } from "./reactions.ts";
import { outlookOf } from "./recentShares.ts";
import { meanFactor } from "./shocks.ts";
import type { Member, Pool, World } from "./world.ts";

/** Before the first period: members on the first day, who wait no more. */
export function startWith(pool: Pool, world: World): void {
  const { group, joining, stages } = pool.rules;
  const [rules] = stages;
  for (const { className, number } of group ?? [])
    for (let i = 0; i < number; i++) pool.members.push(earlyMember(className, rules, world));
  const initial = group === null ? Math.round(world.known(joining.initial)) : 0;
  const everybody = classPortions(rules, world);
  for (let i = 0; i < initial; i++) pool.members.push(earlyMember(oneOf(everybody, world), rules, world));
  pool.everJoined = initial;
}

/** Step 2: who joins does so at the start of the period. */
export function letJoin(pool: Pool, isBack: readonly Member[], world: World): void {
  const { joining, group } = pool.rules;
  if (group !== null) return;
  const rules = rulesNow(pool, world.period);
  const classes = classPortions(rules, world);
  const willing = new Map([...classes].map(([name, part]) => [name, part * coming(name, pool, world)]));
  const part = [...willing.values()].reduce((sum, one) => sum + one, 0);
  const factor = part * meanFactor("joining", world.shocks, world.period, world.known);
  const inflow = pool.joinersCarried + factor * (scheduled(pool, world) + attractedByOthers(pool, world));
  const joiners = Math.floor(inflow);
  pool.joinersCarried = inflow - joiners;
  const all = joiners + missingTo(targetOn(joining.target, world.period), joiners + isBack.length, pool);
  // The target is reached even if nobody finds the share worth it.
  for (let i = 0; i < all; i++)
    enter(newMember(oneOf(part > 0 ? willing : classes, world), rules, world), pool);
  pool.everJoined += all;
  for (const member of isBack) enter(member, pool);
}

function enter(member: Member, pool: Pool): void {
  pool.members.push(member);
  pool.now.joiners += 1;
}

function classPortions({ members }: Stage, { known }: World): Map<string, number> {
  return new Map((members?.classes ?? []).map(({ name, portion }) => [name, known(portion)]));
}

function oneOf(portions: ReadonlyMap<string, number>, { luck }: World): string {
  return luck.pick([...portions], ([, portion]) => portion)[0];
}

/** By schedule, days counted as they are. */
function scheduled({ rules }: Pool, { period, known }: World): number {
  const { schedule } = rules.joining;
  return schedule.reduce(
    (sum, { from, to, perYear }) => sum + (known(perYear) * daysWithin(period, from, to)) / daysPerYear,
    0,
  );
}

/** Bass (1969): innovators, and those who follow who has joined. */
function attractedByOthers({ rules, everJoined }: Pool, { period, known }: World): number {
  const { bass } = rules.joining;
  if (bass === null) return 0;
  const potential = known(bass.potential);
  const rate = known(bass.innovation) + (known(bass.imitation) * everJoined) / potential;
  return (rate * Math.max(0, potential - everJoined)) / period.perYear;
}

/** How many are missing to the membership to be reached by the settlement, if as many leave until then as last time. */
function missingTo(target: number | null, joiners: number, { members, otherLeavers }: Pool): number {
  if (target === null) return 0;
  return Math.max(0, Math.round(target / (1 - otherLeavers) - members.length - joiners));
}

/** The membership to be reached on the day of settlement, on the line between two dates; null before the first and after the last. */
function targetOn(target: Pool["rules"]["joining"]["target"], { last }: Period): number | null {
  const next = target.findIndex(({ day }) => day >= last);
  if (next < 0) return null;
  const after = target[next];
  if (after.day === last) return after.members;
  if (next === 0) return null;
  const before = target[next - 1];
  const way = (last - before.day) / (after.day - before.day);
  return before.members + way * (after.members - before.members);
}

/** The part of a class that recent shares do not keep away. */
function coming(className: string, pool: Pool, world: World): number {
  const { joins } = classesOf(rulesBefore(pool, world.period), pool)[className];
  if (joins.kind === "none") return 1;
  const sees = outlookOf(pool, className, joins.lookBack, world);
  return sees === null ? 1 : comingPart(joins, sees, world.known);
}

/** Of those who left before, some join again, at a joiner's age, waiting anew; an event makes that so many times as likely. */
export function letComeBack(pool: Pool, world: World): Member[] {
  const rules = rulesNow(pool, world.period);
  const { known, period, shocks, luck } = world;
  const yearly = known(pool.rules.joining.rejoin);
  if (yearly === 0) return [];
  const rejoin = 1 - (1 - inOnePeriod(yearly, period)) ** meanFactor("joining", shocks, period, known);
  const names = Object.keys(classesOf(rules, pool));
  const parts = new Map(names.map((name) => [name, rejoin * coming(name, pool, world)]));
  const isBack = new Set(pool.former.filter(({ className }) => luck.chance(parts.get(className) ?? 0)));
  pool.former = pool.former.filter((one) => !isBack.has(one));
  return [...isBack].map(({ className }) => newMember(className, rules, world));
}
