import { addMonths, dayOfMonth, startOfMonth } from "./day.ts";
import type { Calendar, Day, Settlement } from "./scenario.ts";

/** More periods than this a plan may not have: a settlement a day for eleven years. */
export const mostPeriods = 4_000;

/**
 * The days on which periods end and are settled, from the calendar's first day to its last, both included; at most
 * `most` of them.
 *
 * `every`: the last day of each interval counted from `from`, so that a year from 1 January is settled on 31 December.
 * `daysOfMonth`: those days of every month, or the month's last where it is shorter. An interval that `to` cuts off is
 * not settled.
 *
 * @example a calendar from 2020-01-01 to 2020-12-31, every 1 month: 12 days, the first 2020-01-31
 */
export function settlementDays(calendar: Calendar, most = Number.POSITIVE_INFINITY): Day[] {
  const days: Day[] = [];
  for (const day of settlements(calendar.from, calendar.settle)) {
    if (day > calendar.to || days.length >= most) break;
    days.push(day);
  }
  return days;
}

/** The day on which the given number of periods (at least 1) has been settled. */
export function lastDayOfPeriods(from: Day, settle: Settlement, periods: number): Day {
  let last = from;
  let count = 0;
  for (const day of settlements(from, settle)) {
    last = day;
    count += 1;
    if (count >= periods) break;
  }
  return last;
}

function settlements(from: Day, settle: Settlement): Generator<Day> {
  return settle.kind === "every" ? intervals(from, settle) : monthDays(from, settle.days);
}

function* intervals(from: Day, settle: Extract<Settlement, { kind: "every" }>): Generator<Day> {
  for (let k = 1; ; k += 1) {
    const count = k * settle.count;
    if (settle.unit === "day") yield from + count - 1;
    else if (settle.unit === "week") yield from + 7 * count - 1;
    else yield addMonths(from, settle.unit === "month" ? count : 12 * count) - 1;
  }
}

function* monthDays(from: Day, daysOfMonth: readonly number[]): Generator<Day> {
  if (daysOfMonth.length === 0) return;
  for (let month = startOfMonth(from); ; month = addMonths(month, 1)) {
    const days = new Set(daysOfMonth.map((wanted) => dayOfMonth(month, wanted)));
    for (const day of [...days].sort((a, b) => a - b)) if (day >= from) yield day;
  }
}
