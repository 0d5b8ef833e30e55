import type { PoolPlan } from "../plan/plan.ts";
import type { Pool } from "./pool.ts";
import { periodsSinceJoining, running, type State } from "./state.ts";

/** A pool as it is simulated: its plan, its state and its members. */
export interface PoolRun {
  readonly plan: PoolPlan;
  readonly state: State;
  readonly pool: Pool;
}

/**
 * Between two periods: who reached a pool's age limit goes on in the pool that takes them, and the members of a pool that ended
 * in the one that follows it, with their class, their deposit and the time since they joined; there is no new waiting.
 *
 * @param runs by index of the plan's pools; undefined where there are copies, from and to which nobody moves
 */
export function passOn(runs: readonly (PoolRun | undefined)[], t: number): void {
  runs.forEach((from, index) => {
    if (!from) return;
    const { movesTo } = from.plan.ages.tables[from.plan.periods[t].stage];
    const { membersMoveTo } = from.state.rules.common.ending;
    const taker = movesTo && runs[movesTo.pool];
    if (taker) passAged(from, taker, index, t);
    const follower = membersMoveTo === null ? undefined : runs[membersMoveTo];
    if (follower) passClosed(from, follower, index, t);
  });
}

function passAged(from: PoolRun, to: PoolRun, index: number, t: number): void {
  const c = to.plan.cohorts.findIndex(
    (of) => of.from.kind === "aged" && of.from.pool === index && of.joined === t,
  );
  if (c < 0) return;
  from.plan.classes.forEach((name, k) => {
    const toClass = to.plan.classes.indexOf(name);
    const { persons, men, joined } = agedOfClass(from, k, t);
    for (let lane = 0; lane < from.state.lanes.count; lane++) {
      const held = from.state.deposits?.carried[k * from.state.lanes.count + lane] ?? 0;
      if (persons[lane] === 0) continue;
      to.pool.putIn(lane, toClass, c, byEntry(to.plan, c, persons[lane], men?.[lane] ?? null));
      const cell = (toClass * to.plan.cohorts.length + c) * from.state.lanes.count + lane;
      to.state.joinedOnAverage[cell] = Math.round(joined[lane] / persons[lane]);
      to.state.arriving[lane] += persons[lane];
      passDeposits(to.state, lane, cell, held, held / persons[lane]);
    }
  });
}

/** Those of a class who move, by lane: how many, how many of them men, and the sum of when they joined. */
function agedOfClass({ plan, state, pool }: PoolRun, k: number, t: number) {
  const { count } = state.lanes;
  const moved = pool.moved();
  const persons = new Float64Array(count);
  const men = moved?.men ? new Float64Array(count) : null;
  const joined = new Float64Array(count);
  for (let c = 0; moved && c < plan.cohorts.length && plan.cohorts[c].joined <= t; c++) {
    const first = (k * plan.cohorts.length + c) * count;
    for (let lane = 0; lane < count; lane++) {
      const here = moved.persons[first + lane];
      if (here === 0) continue;
      persons[lane] += here;
      if (men && moved.men) men[lane] += moved.men[first + lane];
      joined[lane] += here * (t - periodsSinceJoining(plan, state, t, k, c, lane));
    }
  }
  return { persons, men, joined };
}

const someone = new Float64Array(1);

/** Persons by entry of the pool they come to, or just how many where sexes are not known; valid until it is called again. */
function byEntry({ ages, cohorts }: PoolPlan, c: number, persons: number, men: number | null): Float64Array {
  if (men === null) return someone.fill(persons);
  const mix = ages.mixes[cohorts[c].mix];
  const all = new Float64Array(mix.length);
  for (const [sex, count] of [men, persons - men].entries()) {
    const known = ages.entries.findIndex((entry, e) => entry.sex === sex && mix[e] > 0);
    all[known >= 0 ? known : mix.findIndex((portion) => portion > 0)] += count;
  }
  return all;
}

function passDeposits({ deposits }: State, lane: number, cell: number, held: number, each: number): void {
  if (!deposits) return;
  deposits.arriving[lane] += held;
  deposits.balances[cell] = each;
}

/** Cohort by cohort, as they are. Where the other pool has ended too, they have left. */
function passClosed(from: PoolRun, to: PoolRun, index: number, t: number): void {
  for (let lane = 0; lane < from.state.lanes.count; lane++) {
    if (from.state.lastRunning[lane] !== t || from.state.ending[lane] === 0) continue;
    if (to.state.status[lane] === running) passLane(from, to, index, lane);
    from.pool.empty(lane);
  }
}

function passLane(from: PoolRun, to: PoolRun, index: number, lane: number): void {
  const { count } = from.state.lanes;
  to.plan.cohorts.forEach(({ from: source }, c) => {
    if (source.kind !== "closed" || source.pool !== index) return;
    passPaid(from.state, to.state, lane, source.cohort, c);
    from.plan.classes.forEach((name, k) => {
      const persons = from.pool.takeOut(lane, k, source.cohort);
      const all = persons.reduce((sum, here) => sum + here, 0);
      if (all === 0) return;
      const toClass = to.plan.classes.indexOf(name);
      to.pool.putIn(lane, toClass, c, translated(from.plan, to.plan, persons));
      to.state.arriving[lane] += all;
      const balance =
        from.state.deposits?.balances[(k * from.plan.cohorts.length + source.cohort) * count + lane] ?? 0;
      passDeposits(
        to.state,
        lane,
        (toClass * to.plan.cohorts.length + c) * count + lane,
        balance * all,
        balance,
      );
    });
  });
}

/** What they have paid since joining, for refunds. */
function passPaid(from: State, to: State, lane: number, cohort: number, c: number): void {
  if (to.paidSinceJoining.length === 0) return;
  const { count } = to.lanes;
  to.paidSinceJoining[c * count + lane] = from.paidSinceJoining[cohort * count + lane] ?? 0;
}

/** Persons by the entries of one pool as by those of another; the fast engine has none. */
function translated(from: PoolPlan, to: PoolPlan, persons: Float64Array): Float64Array {
  if (from.lumped) return persons;
  const all = new Float64Array(to.ages.entries.length);
  from.ages.entries.forEach(({ age, sex }, e) => {
    const there = to.ages.entries.findIndex((entry) => entry.age === age && entry.sex === sex);
    if (persons[e] > 0) all[there] += persons[e];
  });
  return all;
}
