import type { PoolPlan } from "../plan/plan.ts";
import type { Approvals } from "./approvals.ts";
import { classPortions } from "./classPortions.ts";
import { type Hazards, type HazardsOf, lapseAt } from "./hazards.ts";
import { initialMembers, joinersOf, rejoinAt } from "./joiners.ts";
import type { World } from "./world.ts";

/** Expected numbers of a pool in a world, by period of the calendar. */
export interface LifeTable {
  readonly members: Float64Array;
  readonly covered: Float64Array;
  readonly joiners: Float64Array;
  /** Of the joiners, those who never were members: as many as there are, not an expected number, where persons are counted. */
  readonly newcomers: Float64Array;
  readonly lapsed: Float64Array;
  readonly claimed: Float64Array;
  readonly waitingIll: Float64Array;
  readonly died: Float64Array;
  readonly agedOut: Float64Array;
  readonly denied: Float64Array;
  /** By tier, then period: claims approved. */
  readonly cases: readonly Float64Array[];
  /** The probability that all who ever joined have left, and that nobody is covered of those who were. */
  readonly empty: Float64Array;
  readonly uncovered: Float64Array;
}

/** What a life table is made from. */
export interface LifeTableParts {
  readonly pool: PoolPlan;
  readonly world: World;
  /** How many periods the pool runs. */
  readonly calendar: number;
  readonly hazards: HazardsOf;
  readonly approvals: Approvals;
}

/**
 * The life table of a pool: class by class, cohort by cohort, age by age, those who are there at a period's start are those who are there
 * at its end and the leavers by cause; the new cohort enters; claims are approved when they are.
 *
 * Written for itself, not from the simulation: what the simulation has on average must come out here. O(periods cohorts classes entries
 * tiers).
 *
 * @example lifeTable(parts).members[11] // members expected at the end of the twelfth period
 */
export function lifeTable({ pool, world, calendar, hazards, approvals }: LifeTableParts): LifeTable {
  const table = newTable(pool, calendar);
  const people = newPeople(pool, world);
  const newcomersOf = joinersOf(pool, world);
  let otherLeavers = 0;
  for (let t = 0; t < calendar; t++) {
    const back = rejoin(people, rejoinAt(pool, world, t));
    leaveAtStart(pool, people, table, t, (k) => lapseAt(pool, world, t, k));
    const rejoiners = sum(back);
    const newcomers = newcomersOf(t, { stayers: everyone(people), rejoiners, otherLeavers });
    table.newcomers[t] = newcomers;
    table.joiners[t] = newcomers + rejoiners;
    enter(
      pool,
      people,
      t,
      back.map((of, k) => of + newcomers * classPortions(pool, world, t)[k]),
    );
    const claims = liveThrough(pool, people, table, t, hazards);
    for (const [i, tier] of claims.entries())
      for (let later = t; later < calendar; later++) {
        table.cases[i][later] += tier * approvals.approved[t][later];
        table.denied[later] += tier * approvals.refused[t][later];
      }
    const others = table.claimed[t] + table.waitingIll[t] + table.died[t] + table.agedOut[t];
    otherLeavers = table.members[t] > 0 ? others / (others + table.members[t]) : 0;
    noteEmpty(pool, people, table, t);
  }
  return table;
}

function newTable({ tiers }: PoolPlan, calendar: number): LifeTable {
  const numbers = () => new Float64Array(calendar);
  return {
    members: numbers(),
    covered: numbers(),
    joiners: numbers(),
    newcomers: numbers(),
    lapsed: numbers(),
    claimed: numbers(),
    waitingIll: numbers(),
    died: numbers(),
    agedOut: numbers(),
    denied: numbers(),
    cases: tiers.map(numbers),
    empty: numbers(),
    uncovered: numbers(),
  };
}

/** Who is there: by class, cohort and entry. */
interface People {
  readonly alive: readonly (readonly Float64Array[])[];
  /** By class: who left of their own will and may come back. */
  readonly former: Float64Array;
  /** By class and cohort: how many ever entered. */
  readonly entered: readonly Float64Array[];
}

function newPeople(pool: PoolPlan, world: World): People {
  const { classes, cohorts, ages } = pool;
  const people: People = {
    alive: classes.map(() => cohorts.map(() => new Float64Array(ages.entries.length))),
    former: new Float64Array(classes.length),
    entered: classes.map(() => new Float64Array(cohorts.length)),
  };
  const first = cohorts.findIndex(({ joined }) => joined < 0);
  const portions = classPortions(pool, world, 0);
  if (first >= 0)
    enterCohort(
      pool,
      people,
      first,
      portions.map((part) => part * initialMembers(pool, world)),
    );
  return people;
}

function enter(pool: PoolPlan, people: People, t: number, byClass: readonly number[]): void {
  const c = pool.cohorts.findIndex(({ joined }) => joined === t);
  if (c >= 0) enterCohort(pool, people, c, byClass);
}

function enterCohort(
  { ages, cohorts }: PoolPlan,
  people: People,
  c: number,
  byClass: readonly number[],
): void {
  byClass.forEach((persons, k) => {
    ages.mixes[cohorts[c].mix].forEach((part, e) => {
      people.alive[k][c][e] += persons * part;
    });
    people.entered[k][c] += persons;
  });
}

/** By class: of those who left in earlier periods, who comes back. */
function rejoin({ former }: People, part: number): number[] {
  return Array.from(former, (_, k) => {
    const back = former[k] * part;
    former[k] -= back;
    return back;
  });
}

function leaveAtStart(
  { classes }: PoolPlan,
  { alive, former }: People,
  table: LifeTable,
  t: number,
  lapseOf: (k: number) => number,
): void {
  classes.forEach((_, k) => {
    const lapse = lapseOf(k);
    for (const cohort of alive[k]) {
      for (let e = 0; e < cohort.length; e++) {
        const left = cohort[e] * lapse;
        cohort[e] -= left;
        former[k] += left;
        table.lapsed[t] += left;
      }
    }
  });
}

/** Claims, illness while waiting, deaths and the age limit, cell by cell; returns the claims by tier. */
function liveThrough(
  pool: PoolPlan,
  people: People,
  table: LifeTable,
  t: number,
  hazards: HazardsOf,
): Float64Array {
  const claims = new Float64Array(pool.tiers.length);
  const arriving: Arrival[] = [];
  people.alive.forEach((ofClass, k) => {
    ofClass.forEach((cohort, c) => {
      for (let e = 0; e < cohort.length; e++) {
        if (cohort[e] === 0) continue;
        const of = hazards(t, c, k, e);
        const moved = claim(pool, { k, c, e, persons: cohort[e] }, of, claims, arriving);
        const ended = endedBy(pool, cohort[e], of);
        table.claimed[t] += ended;
        cohort[e] = liveOn(table, t, cohort[e] - ended - moved, of);
      }
    });
  });
  for (const { k, c, e, persons } of arriving) people.alive[k][c][e] += persons;
  count(pool, people, table, t);
  return claims;
}

/** Persons of a class, cohort and entry. */
interface Arrival {
  readonly k: number;
  readonly c: number;
  readonly e: number;
  readonly persons: number;
}

/** Adds a cell's claims to those by tier, and those who change their class to who arrives there; returns how many do. */
function claim(
  { tiers }: PoolPlan,
  cell: Arrival,
  of: Hazards,
  claims: Float64Array,
  arriving: Arrival[],
): number {
  let moved = 0;
  for (let i = 0; i < claims.length; i++) {
    const persons = cell.persons * of.claim[i];
    claims[i] += persons;
    const { endsMembership, movesToClass } = tiers[i];
    if (endsMembership || movesToClass === null || movesToClass === cell.k || persons === 0) continue;
    arriving.push({ ...cell, k: movesToClass, persons });
    moved += persons;
  }
  return moved;
}

function endedBy({ tiers }: PoolPlan, persons: number, of: Hazards): number {
  let ended = 0;
  for (let i = 0; i < tiers.length; i++) if (tiers[i].endsMembership) ended += persons * of.claim[i];
  return ended;
}

function liveOn(
  table: LifeTable,
  t: number,
  persons: number,
  { waitingIllness, death, ageOut }: Hazards,
): number {
  const ill = persons * waitingIllness;
  const died = (persons - ill) * death;
  const agedOut = (persons - ill - died) * ageOut;
  table.waitingIll[t] += ill;
  table.died[t] += died;
  table.agedOut[t] += agedOut;
  return persons - ill - died - agedOut;
}

function count({ cohorts, ages }: PoolPlan, { alive }: People, table: LifeTable, t: number): void {
  for (const ofClass of alive) {
    ofClass.forEach((cohort, c) => {
      const persons = sum(cohort);
      table.members[t] += persons;
      if (ages.covered[t * cohorts.length + c] > 0) table.covered[t] += persons;
    });
  }
}

/** All who entered, independently of each other, are gone; where nobody ever entered, nothing has come to an end. */
function noteEmpty(
  { cohorts, ages, classes }: PoolPlan,
  { alive, entered }: People,
  table: LifeTable,
  t: number,
): void {
  let [allLogs, coveredLogs] = [0, 0];
  cohorts.forEach((_, c) => {
    const all = classes.reduce((persons, __, k) => persons + entered[k][c], 0);
    if (all === 0) return;
    const there = classes.reduce((persons, __, k) => persons + sum(alive[k][c]), 0);
    const log = all * Math.log1p(-Math.min(1, there / all));
    allLogs += log;
    if (ages.covered[t * cohorts.length + c] > 0) coveredLogs += log;
  });
  table.empty[t] = allLogs < 0 ? Math.exp(allLogs) : table.members[t] > 0 || !hasEntered(entered) ? 0 : 1;
  table.uncovered[t] = Math.exp(coveredLogs);
}

const hasEntered = (entered: People["entered"]) => entered.some((of) => sum(of) > 0);

const everyone = ({ alive }: People) =>
  alive.reduce((all, of) => all + of.reduce((n, cohort) => n + sum(cohort), 0), 0);

function sum(of: ArrayLike<number>): number {
  let all = 0;
  for (let i = 0; i < of.length; i++) all += of[i];
  return all;
}
