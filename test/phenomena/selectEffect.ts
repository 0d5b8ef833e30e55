import { daysPerYear, isoDate } from "../../src/scenario/day.ts";
import { answersTo } from "./answersTo.ts";
import type { Comparison, Phenomenon } from "./phenomenon.ts";
import { huge, type Size } from "./size.ts";

const incidence = 0.01;
const benefit = 1000;
const factors = [0.2, 0.6, 1];
const firstDay = 18_262; // 1 January 2020
const periodDays = 30;
/** As many join in each of the first periods, nobody after. */
const joiningPeriods = 24;

const settledIn = (period: number) => isoDate(firstDay + periodDays * period - 1);

const plan = ({ engine, joinersPerYear, replications }: Size) => ({
  title: "A health declaration that wears off",
  seed: "select",
  engine,
  replications,
  calendar: { from: isoDate(firstDay), periods: 72, settle: { every: `${periodDays} days` } },
  members: { ages: "30-30", leaveAt: 90 },
  joining: { schedule: [{ to: settledIn(joiningPeriods), perYear: joinersPerYear }] },
  cover: {
    select: { years: factors },
    illnesses: { any: { incidence, benefit, endsMembership: false } },
  },
});

/** The factors of the cohorts there are in the n-th period, at its middle: those of whole years since joining. */
export function factorsIn(period: number): number[] {
  return Array.from({ length: Math.min(period, joiningPeriods) }, (_, cohort) => {
    const years = ((period - cohort - 0.5) * periodDays) / daysPerYear;
    return factors[Math.min(Math.floor(years), factors.length - 1)];
  });
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The mean over the cohorts of benefit x (1 - exp(-incidence x factor x part of a year)). */
const shareIn = (period: number) =>
  benefit *
  meanOf(factorsIn(period).map((factor) => -Math.expm1((-incidence * factor * periodDays) / daysPerYear)));

/** The n-th periods: only the first year's factor, two of them, two again, the last one alone. */
const watched = [6, 18, 36, 60, 72];

/** For a pool of any size, and either engine. */
export function compareSelect(size: Size): Comparison[] {
  const shares = watched.map((period) => `mean(periods.${settledIn(period)}.share)`);
  const answers = answersTo(plan(size), shares);
  return watched.map((period, i) => ({
    figure: `share of period ${period}`,
    theory: shareIn(period),
    measured: answers[i],
    shown: true,
  }));
}

export const selectEffect: Phenomenon = {
  law: "A select effect makes cost grow for as long as it lasts, then it is flat",
  shows: `share of period ${watched.join(", ")}; factors ${factors.join(", ")} by year of membership`,
  compare: (effort) => compareSelect(huge(50 * effort)),
};

/** The index of the time since joining in every period, beside the mean factor of the cohorts. */
export function durationIndices(): { readonly theory: number[]; readonly measured: number[] } {
  const periods = Array.from({ length: 72 }, (_, t) => t + 1);
  const asks = periods.map((period) => `mean(periods.${settledIn(period)}.durationIndex)`);
  return {
    theory: periods.map((period) => meanOf(factorsIn(period))),
    measured: answersTo(plan(huge(2)), asks).map(({ value }) => value),
  };
}
