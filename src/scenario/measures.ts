import { daysPerYear } from "./day.ts";
import type { Measure } from "./units.ts";

const infinity = Number.POSITIVE_INFINITY;

/** Nobody is older; tables and ages end here. */
export const oldestAge = 120;

export const portion: Measure = {
  units: "portion",
  low: 0,
  high: 1,
  allowed: "a portion from 0 to 1, such as 8 % or 0.08",
};

export const probabilityPerYear: Measure = {
  units: "rate",
  low: 0,
  high: 1,
  allowed: "a probability per year from 0 to 1, such as 3 % per year",
};

/** An intensity, not a probability: it may be above 1. Beyond ten claims a year a number is rather one per thousand. */
export const rate: Measure = {
  units: "rate",
  low: 0,
  high: 10,
  allowed: "a rate per year from 0 to 10, such as 0.2 % or 0.002",
};

export const growth: Measure = {
  units: "rate",
  low: -1,
  high: infinity,
  above: true,
  allowed: "a growth per year above -100 %, such as 1 % per year",
};

export const relative: Measure = {
  units: "plain",
  low: -1,
  high: infinity,
  allowed: "a relative increase of -100 % or more, such as 10 %",
};

export const correlation: Measure = {
  units: "plain",
  low: -1,
  high: 1,
  allowed: "a correlation from -1 to 1, such as 0.3",
};

export const factor: Measure = {
  units: "plain",
  low: 0,
  high: infinity,
  allowed: "a factor of 0 or more, such as 0.8 or 80 %",
};

export const positiveFactor: Measure = {
  ...factor,
  above: true,
  allowed: "a factor above 0, such as 0.8 or 80 %",
};

/** How far something may go up or down, relative to itself. */
export const relativeChange: Measure = {
  ...relative,
  low: 0,
  allowed: "a relative change of 0 or more, such as 10 %",
};

/** A growth that is never a decline. */
export const interestRate: Measure = {
  ...growth,
  low: 0,
  above: false,
  allowed: "a growth per year of 0 or more, such as 2 % per year",
};

export const anyNumber: Measure = { units: "amount", low: -infinity, high: infinity, allowed: "a number" };

/** A covariance of two amounts. */
export const squaredAmount: Measure = { ...anyNumber, allowed: "a covariance, such as 2500" };

export const count: Measure = {
  units: "count",
  low: 0,
  high: infinity,
  allowed: "a number of 0 or more, such as 50 thousand",
};

export const positiveCount: Measure = {
  ...count,
  above: true,
  allowed: "a number above 0, such as 300 thousand",
};

export const wholeCount: Measure = {
  units: "count",
  low: 1,
  high: 1e9,
  integer: true,
  allowed: "a whole number from 1 to 1 billion, such as 2 thousand",
};

/** One history alone has no spread, and so no standard error. */
export const replicationCount: Measure = {
  ...wholeCount,
  low: 2,
  allowed: "a whole number from 2 to 1 billion: one replication alone says nothing about its error",
};

export const periodCount: Measure = {
  units: "plain",
  low: 1,
  high: 4_000,
  integer: true,
  allowed: "a whole number of periods from 1 to 4000",
};

export const duration: Measure = {
  units: "duration",
  low: 0,
  high: infinity,
  allowed: "a duration, such as 90 days, 6 months, 2.5 years or none",
};

/** A plan goes on for so long after its end, period by period. */
export const claimWindow: Measure = {
  ...duration,
  high: 10 * daysPerYear,
  allowed: "a duration up to 10 years, such as 90 days, 6 months or none",
};

export const positiveDuration: Measure = {
  ...duration,
  above: true,
  allowed: "a duration above 0, such as 2.5 years",
};

export const age: Measure = {
  units: "age",
  low: 0,
  high: oldestAge,
  allowed: `an age from 0 to ${oldestAge} years, such as 18 or 30 days`,
};

export const wholeAge: Measure = {
  units: "age",
  low: 0,
  high: oldestAge,
  integer: true,
  allowed: `an age in whole years from 0 to ${oldestAge}`,
};

/** Money of 0 or more in the scenario's currency. */
export function amount(currency: string): Measure {
  const allowed = `an amount of 0 or more, such as 300 thousand or 0.10 ${currency}`;
  return { units: "amount", low: 0, high: infinity, currency, allowed };
}

/** Money above 0 in the scenario's currency. */
export function positiveAmount(currency: string): Measure {
  return { ...amount(currency), above: true, allowed: `an amount above 0, such as 30 ${currency}` };
}

/** Money in the scenario's currency, also below 0. */
export function anyAmount(currency: string): Measure {
  return {
    units: "amount",
    low: -infinity,
    high: infinity,
    currency,
    allowed: `an amount, such as 30 ${currency}`,
  };
}

/** Is a number outside what its measure allows? */
export function isOutside(value: number, measure: Measure): boolean {
  if (value < measure.low || value > measure.high) return true;
  if (measure.above === true && value === measure.low) return true;
  return measure.integer === true && !Number.isInteger(value);
}
