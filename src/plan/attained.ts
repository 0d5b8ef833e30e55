import type { AgeTables } from "./plan.ts";

/** Years since joining as whole years and the part of the next: the part of members that had a birthday more. */
export interface Attained {
  readonly years: number;
  readonly whole: number;
  readonly part: number;
}

/** On the day of joining. */
export const asJoined: Attained = { years: 0, whole: 0, part: 0 };

/** The middle of the period that starts so many whole periods after joining. */
export function attainedIn(periods: number, perYear: number): Attained {
  const years = (periods + 0.5) / perYear;
  const whole = Math.floor(years);
  return { years, whole, part: years - whole };
}

/**
 * The rate at the age a member attained who joined at age last birthday `age`: (1 - part) r(age + whole) +
 * part r(age + whole + 1), as birthdays are spread evenly; nobody is older than the last age below `leaveAt`.
 */
export function rateAt(
  rates: Float64Array,
  tables: AgeTables,
  sex: number,
  age: number,
  { whole, part }: Attained,
): number {
  const { ageCount, leaveAt } = tables;
  const oldest = Math.min(ageCount, Math.ceil(leaveAt)) - 1;
  const now = age + whole;
  const before = rates[sex * ageCount + Math.min(now, oldest)];
  return now >= oldest ? before : before + part * (rates[sex * ageCount + now + 1] - before);
}

/**
 * The part of those who joined at age last birthday `age` that is still below `leaveAt` after so many years: with
 * birthdays spread evenly, their exact age at joining is uniform over `age` to `age + 1`.
 *
 * @example belowAgeLimit(59, 0.25, 60) // 0.75
 */
export function belowAgeLimit(age: number, years: number, leaveAt: number): number {
  return Math.min(1, Math.max(0, leaveAt - age - years));
}

/** Probability of reaching the age limit in the period that starts so many whole periods after joining, for who had not before. */
export function ageOutProbability(age: number, periods: number, perYear: number, leaveAt: number): number {
  const before = belowAgeLimit(age, periods / perYear, leaveAt);
  const after = belowAgeLimit(age, (periods + 1) / perYear, leaveAt);
  return before > 0 ? 1 - after / before : 1;
}

/** An annual probability as one of a period: 1 - (1 - annual)^(1 / perYear). */
export function perPeriod(annual: number, perYear: number): number {
  return annual >= 1 ? 1 : -Math.expm1(Math.log1p(-annual) / perYear);
}
