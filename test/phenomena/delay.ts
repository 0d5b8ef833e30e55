import { daysPerYear, isoDate } from "../../src/scenario/day.ts";
import { answersTo } from "./answersTo.ts";
import type { Phenomenon } from "./phenomenon.ts";

const incidence = 0.01;
const benefit = 1000;
const firstDay = 18_262; // 1 January 2020
const periodDays = 30;
const periods = 36;
const joinersPerYear = 1e11;
const delayed = [0.2, 0.3, 0.3, 0.2];
const meanDelay = delayed.reduce((sum, probability, j) => sum + j * probability, 0);

const plan = (probabilities: readonly number[], effort: number) => ({
  title: "Claims take time",
  seed: "delay",
  engine: "fast",
  replications: 50 * effort,
  calendar: { from: isoDate(firstDay), periods, settle: { every: `${periodDays} days` } },
  members: { ages: "30-49", leaveAt: 90 },
  joining: { schedule: [{ perYear: joinersPerYear }] },
  cover: { illnesses: { any: { incidence, benefit, endsMembership: false } } },
  claims: { delay: { periods: probabilities } },
});

/**
 * As many join in every period, so that the aid of the n-th is n times that of one cohort; with a delay it is that of n - mean delay
 * cohorts, as soon as n is beyond the longest.
 */
const aidOfCohort =
  ((joinersPerYear * periodDays) / daysPerYear) *
  -Math.expm1((-incidence * periodDays) / daysPerYear) *
  benefit;

const shiftIn = (period: number) =>
  `${period} - mean(periods.${isoDate(firstDay + period * periodDays - 1)}.aid) / ${aidOfCohort}`;

export const delay: Phenomenon = {
  law: "Delay shifts the cost curve by its mean",
  shows: "periods by which growing cost is late, in the 12th and the 36th; delays 0 to 3, on average 1.5",
  compare: (effort) =>
    [12, periods].map((period) => ({
      figure: `periods by which the growing cost is late in the ${period}th`,
      theory: meanDelay,
      measured: answersTo(plan(delayed, effort), [shiftIn(period)])[0],
      shown: true,
    })),
};
