import { daysPerYear } from "../scenario/day.ts";
import type { Stage } from "../scenario/scenario.ts";
import { wholePeriods } from "./periods.ts";
import type { Cohort, Period, PlanJoining } from "./plan.ts";

/** A cohort with what it brings along: its members' waiting, in periods. */
export interface EnteringCohort extends Cohort {
  readonly waitingPeriods: readonly number[];
}

/** What other pools need to know of one whose members move to them. */
export interface EarlierPool {
  readonly index: number;
  readonly stages: readonly Stage[];
  readonly cohorts: readonly EnteringCohort[];
  /** Ages at joining of its cohorts. */
  readonly mixes: readonly AgeMix[];
}

/** Portions by sex and age: `mix[sex * tableAges + age]`. */
export type AgeMix = Float64Array;

/** Ages last birthday that tables and mixes hold: 0 to 130. */
export const tableAges = 131;

/**
 * A pool's own cohorts: one for the initial members (joined long enough ago to be covered), and one for each period in
 * which somebody may join. Their ages and waiting are those of the rules then in force.
 *
 * @param waitingPeriods by stage: the plan's waiting, then that of each tier
 * @param longest of all waiting there is, in periods
 */
export function ownCohorts(
  joining: PlanJoining,
  periods: readonly Period[],
  waitingPeriods: readonly (readonly number[])[],
  longest: number,
): EnteringCohort[] {
  const from = { kind: "joiners" } as const;
  const cohorts: EnteringCohort[] = [];
  if (joining.initial !== 0) {
    cohorts.push({
      joined: -1 - Math.ceil(longest - 1e-9),
      stage: 0,
      mix: 0,
      from,
      waitingPeriods: waitingPeriods[0],
    });
  }
  periods.forEach(({ beyond, stage }, t) => {
    if (beyond || !isOpen(joining, t)) return;
    cohorts.push({ joined: t, stage, mix: stage, from, waitingPeriods: waitingPeriods[stage] });
  });
  return cohorts;
}

function isOpen({ bass, target, scheduled, rejoin }: PlanJoining, t: number): boolean {
  return bass !== null || rejoin !== 0 || target[t] >= 0 || scheduled.some(({ years }) => years[t] > 0);
}

/**
 * The cohorts that come from earlier pools, with the ages at joining that they add to those of the pool: one a period of
 * those who reach an age limit, all of an age and without waiting; and, where members move when a pool ends, each of its
 * cohorts.
 */
export function cohortsFrom(
  earlier: readonly EarlierPool[],
  pool: { readonly name: string; readonly mixCount: number; readonly tierCount: number },
  periods: readonly Period[],
): { readonly cohorts: EnteringCohort[]; readonly mixes: AgeMix[] } {
  const cohorts: EnteringCohort[] = [];
  const mixes: AgeMix[] = [];
  const noWaiting = new Array<number>(1 + pool.tierCount).fill(0);
  for (const other of earlier) {
    const ofAge = new Map<number, number>();
    periods.forEach(({ beyond, stage }, joined) => {
      const { members } = other.stages[stage];
      if (beyond || members?.movesTo?.pool !== pool.name) return;
      const mix =
        ofAge.get(members.leaveAt) ?? pool.mixCount + mixes.push(allOfAge(members.leaveAt, other)) - 1;
      ofAge.set(members.leaveAt, mix);
      const from = { kind: "aged", pool: other.index } as const;
      cohorts.push({ joined, stage, mix, from, waitingPeriods: noWaiting });
    });
    if (!other.stages.some(({ ending }) => ending.membersMoveTo === pool.name)) continue;
    const firstMix = pool.mixCount + mixes.length;
    mixes.push(...other.mixes);
    other.cohorts.forEach((of, cohort) => {
      const from = { kind: "closed", pool: other.index, cohort } as const;
      const [waiting] = of.waitingPeriods;
      cohorts.push({ ...of, mix: firstMix + of.mix, from, waitingPeriods: noWaiting.map(() => waiting) });
    });
  }
  return { cohorts, mixes };
}

/** Everybody of one age, men and women as among the joiners of the pool they come from. */
function allOfAge(age: number, { mixes }: EarlierPool): AgeMix {
  const male = mixes[0].slice(0, tableAges).reduce((sum, portion) => sum + portion, 0);
  const mix = new Float64Array(2 * tableAges);
  mix[Math.floor(age)] = male;
  mix[tableAges + Math.floor(age)] = 1 - male;
  return mix;
}

/** Whether a cohort has members from a period's start on: who came from another pool's age limit came at the end of theirs. */
export function isInPool({ joined, from }: Cohort, t: number): boolean {
  return from.kind === "aged" ? joined < t : joined <= t;
}

/** Cohorts in order of joining; those of one period in the order given. */
export function inOrderOfJoining(cohorts: readonly EnteringCohort[]): EnteringCohort[] {
  return [...cohorts].sort((a, b) => a.joined - b.joined);
}

/**
 * 1 where the operator pays the shares of a cohort in a period, `[period * cohorts + cohort]`: it joined early enough, or its
 * free time is not over. Who comes from another pool at its age limit has no free time anew.
 */
export function exemptCohorts(
  stages: readonly Stage[],
  periods: readonly Period[],
  cohorts: readonly Cohort[],
  perYear: number,
): Uint8Array {
  const exempt = new Uint8Array(periods.length * cohorts.length);
  periods.forEach(({ date, stage }, t) => {
    const { exempt: early, freeDays } = stages[stage].sharing;
    const free = wholePeriods(freeDays, perYear);
    cohorts.forEach(({ joined, from }, c) => {
      const joinedEarly = early !== null && (joined < 0 || periods[joined].from < early.joinedBefore);
      const isFree = from.kind !== "aged" && joined >= 0 && joined <= t && t < joined + free;
      if ((joinedEarly && date <= early.until) || isFree) exempt[t * cohorts.length + c] = 1;
    });
  });
  return exempt;
}

/** The waiting of a stage in periods: the plan's, then that of each tier. */
export function waitingPeriodsOf(waitingDays: readonly number[], perYear: number): number[] {
  return waitingDays.map((days) => (days * perYear) / daysPerYear);
}
