import { daysPerYear, yearOf } from "../scenario/day.ts";
import type { Calendar, Day, Scenario, Settlement, Stage } from "../scenario/scenario.ts";
import { settlementDays } from "../scenario/settlementDays.ts";
import type { Period, PeriodClosing } from "./plan.ts";

/** Settlement periods in a year: 24 for the 14th and 28th, 12 for every month, 52.18 for every week. */
export function periodsPerYear(settle: Settlement): number {
  if (settle.kind === "daysOfMonth") return 12 * settle.days.length;
  const perYear = { day: daysPerYear, week: daysPerYear / 7, month: 12, year: 1 };
  return perYear[settle.unit] / settle.count;
}

/** A duration as a number of whole periods, rounded up: 30 days are 2 periods of half a month. */
export function wholePeriods(days: number, perYear: number): number {
  return Math.max(0, Math.ceil((days * perYear) / daysPerYear - 1e-9));
}

/**
 * The periods of the calendar, then as many beyond it as the longest run-off may need. The rules of a period are those in
 * force on its day of settlement; they change on the same days in all pools.
 */
export function makePeriods({ calendar, pools }: Scenario): Period[] {
  const perYear = periodsPerYear(calendar.settle);
  const within = settlementDays(calendar).length;
  const stages = pools.flatMap((pool) => pool.stages);
  const runOff = Math.max(
    ...stages.map((stage) => wholePeriods(stage.ending.runOff.claimWindowDays, perYear)),
  );
  const days = settlementDays({ ...calendar, to: Number.POSITIVE_INFINITY }, within + runOff);
  return days.map((date, t) => ({
    from: t === 0 ? calendar.from : days[t - 1] + 1,
    date,
    year: yearOf(date),
    stage: lastStageOn(pools[0].stages, date),
    beyond: t >= within,
  }));
}

/**
 * What is decided for a pool in each period. It closes with the settlement on or after the day of closing, or with the
 * calendar's last.
 */
export function makeClosings(
  stages: readonly Stage[],
  periods: readonly Period[],
  calendar: Calendar,
): PeriodClosing[] {
  const last = periods.findLastIndex(({ beyond }) => !beyond);
  return periods.map(({ from, date, stage, beyond }, t) => {
    const { closing } = stages[stage].ending;
    const closesUpTo = t === last ? calendar.to : date;
    return {
      sharingStopped: closing?.sharingStops === true && date >= closing.announced,
      closes: closing !== null && !beyond && from <= closing.on && closing.on <= closesUpTo,
    };
  });
}

/** The years in which the calendar's periods are settled, ascending. */
export function calendarYears(periods: readonly Period[]): number[] {
  return [...new Set(periods.filter(({ beyond }) => !beyond).map(({ year }) => year))];
}

/** The part of each period, from 0 to 1, that lies between two days (both included). */
export function partsBetween(periods: readonly Period[], first: Day, last: Day): Float64Array {
  return Float64Array.from(periods, ({ from, date }) => {
    const days = Math.min(date, last) - Math.max(from, first) + 1;
    return Math.max(0, days) / (date - from + 1);
  });
}

/**
 * The part of the days from one to another (both included) that lies in each period; sums to 1, or less where the periods end
 * before. All 0 where there is no such day.
 */
export function periodParts(periods: readonly Period[], first: Day, last: Day): Float64Array {
  const all = Math.max(0, last - first + 1);
  return Float64Array.from(periods, ({ from, date }) => {
    const days = Math.min(date, last) - Math.max(from, first) + 1;
    return all > 0 ? Math.max(0, days) / all : 0;
  });
}

function lastStageOn(stages: readonly Stage[], day: Day): number {
  return stages.findLastIndex(({ from }, i) => i === 0 || from <= day);
}
