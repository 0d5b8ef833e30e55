import type { Day } from "./scenario.ts";

/** Mean length of a year in days, leap years included: turns durations in years into days and back. */
export const daysPerYear = 365.25;

/** Mean length of a month in days: a twelfth of a year. */
export const daysPerMonth = daysPerYear / 12;

const millisecondsPerDay = 86_400_000;

/** A date of the Gregorian calendar; `month` from 1 to 12, `dayOfMonth` from 1 on. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly dayOfMonth: number;
}

/**
 * The day of a date written YYYY-MM-DD, counted from 1970-01-01; null if it is none that exists.
 *
 * @example dayOf("1970-01-02") // 1
 * @example dayOf("2019-02-29") // null
 */
export function dayOf(text: string): Day | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const day = Date.parse(`${text}T00:00:00Z`) / millisecondsPerDay;
  return Number.isInteger(day) && isoDate(day) === text ? day : null;
}

/**
 * A day as YYYY-MM-DD.
 *
 * @example isoDate(0) // "1970-01-01"
 */
export function isoDate(day: Day): string {
  return new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
}

/**
 * Year, month and day of the month of a day.
 *
 * @example dateOf(31) // { year: 1970, month: 2, dayOfMonth: 1 }
 */
export function dateOf(day: Day): CalendarDate {
  const date = new Date(day * millisecondsPerDay);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, dayOfMonth: date.getUTCDate() };
}

/** Calendar year of a day: `yearOf(0)` is 1970. */
export function yearOf(day: Day): number {
  return dateOf(day).year;
}

/** A day as a year with its part: 2020.5 is the middle of 2020. */
export function decimalYear(day: Day): number {
  return 1970 + day / daysPerYear;
}

/** Days a month has: `daysInMonth(2020, 2)` is 29. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The first day of the month of a day. */
export function startOfMonth(day: Day): Day {
  return day - dateOf(day).dayOfMonth + 1;
}

/**
 * The given day of the month in which `day` lies, or that month's last where it is shorter.
 *
 * @example isoDate(dayOfMonth(dayOf("2019-02-01") ?? 0, 31)) // "2019-02-28"
 */
export function dayOfMonth(day: Day, wanted: number): Day {
  const { year, month } = dateOf(day);
  return startOfMonth(day) - 1 + Math.min(wanted, daysInMonth(year, month));
}

/**
 * The same day of the month so many months later (or earlier); the month's last where it is shorter.
 *
 * @example isoDate(addMonths(dayOf("2020-01-31") ?? 0, 1)) // "2020-02-29"
 */
export function addMonths(day: Day, months: number): Day {
  const { year, month, dayOfMonth: wanted } = dateOf(day);
  const firstDay = Date.UTC(year, month - 1 + months, 1) / millisecondsPerDay;
  return dayOfMonth(firstDay, wanted);
}
