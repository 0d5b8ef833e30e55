import type { Period } from "./plan.ts";

/** From a first period to the one before the second. */
export type PeriodRange = readonly [number, number];

/** Index of a year's first period, and of the first after it; a run-off beyond the calendar is part of its year. */
export function yearRange(periods: readonly Period[], year: number): PeriodRange {
  return [periods.findIndex((of) => of.year === year), periods.findLastIndex((of) => of.year === year) + 1];
}

/** Index of the last period of a year that the calendar has. */
export function lastPeriodOf(periods: readonly Period[], year: number): number {
  return periods.findLastIndex((of) => of.year === year && !of.beyond);
}
