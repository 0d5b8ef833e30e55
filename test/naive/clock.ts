import { daysPerYear, yearOf } from "../../src/scenario/day.ts";
import type { Calendar, Day, Settlement } from "../../src/scenario/scenario.ts";
import { settlementDays } from "../../src/scenario/settlementDays.ts";

/**
 * One settlement interval. Time within a plan is counted in periods, all of one length: period 3 lasts from time 3 to time 4, and
 * 30 days are 30 / 365.25 years, whatever month it is. Dates count as dates.
 */
export interface Period {
  readonly index: number;
  readonly first: Day;
  /** The day on which it is settled. */
  readonly last: Day;
  /** Periods in a year. */
  readonly perYear: number;
  readonly year: number;
}

/** All periods of a calendar. */
export function periodsOf(calendar: Calendar): Period[] {
  const days = settlementDays(calendar);
  const perYear = periodsPerYear(calendar.settle);
  return days.map((last, index) => {
    const first = index === 0 ? calendar.from : days[index - 1] + 1;
    return { index, first, last, perYear, year: yearOf(last) };
  });
}

function periodsPerYear(settle: Settlement): number {
  if (settle.kind === "daysOfMonth") return 12 * settle.days.length;
  const perYear = { day: daysPerYear, week: daysPerYear / 7, month: 12, year: 1 };
  return perYear[settle.unit] / settle.count;
}

/** A duration in periods. */
export function inPeriods(days: number, { perYear }: Period): number {
  return (days * perYear) / daysPerYear;
}

/** A duration that ends with a settlement: in whole periods, one begun counts. */
export function inWholePeriods(days: number, period: Period): number {
  return Math.ceil(inPeriods(days, period) - 1e-9);
}

/** Of an annual probability, that of one period: 1 - (1 - q)^(1 / periods a year). */
export function inOnePeriod(annual: number, { perYear }: Period): number {
  return 1 - (1 - annual) ** (1 / perYear);
}

/** Days of a period that lie between two others, both included. */
export function daysWithin({ first, last }: Period, from: Day, to: Day): number {
  return Math.max(0, Math.min(last, to) - Math.max(first, from) + 1);
}

/** The same as a part of the period. */
export function partWithin(period: Period, from: Day, to: Day): number {
  return daysWithin(period, from, to) / (period.last - period.first + 1);
}
