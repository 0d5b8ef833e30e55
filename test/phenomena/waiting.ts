import { daysPerYear } from "../../src/scenario/day.ts";
import { answersTo } from "./answersTo.ts";
import type { Comparison, Phenomenon } from "./phenomenon.ts";
import { huge, type Size } from "./size.ts";

const incidence = 0.01;
const benefit = 1000;

const plan = ({ engine, replications }: Size, every: string, periods: number) => ({
  title: "Waiting",
  seed: "waiting",
  engine,
  replications,
  calendar: { from: "2020-01-01", periods, settle: { every } },
  members: { ages: "30-30", leaveAt: 90 },
  cover: { illnesses: { any: { incidence, benefit, endsMembership: false } } },
});

/** All join on the first day, and the waiting is three of twelve months. */
const together = (size: Size) => {
  const months = plan(size, "1 month", 24);
  return {
    ...months,
    joining: { schedule: [{ from: "2020-01-01", to: "2020-01-31", perYear: size.joinersPerYear }] },
    cover: { ...months.cover, waiting: "3 months" },
  };
};

/** As many join in every period of 30 days, for twelve periods, and wait for three. */
const oneAfterAnother = (size: Size) => {
  const periods = plan(size, "30 days", 12);
  return {
    ...periods,
    joining: { schedule: [{ perYear: size.joinersPerYear }] },
    cover: { ...periods.cover, waiting: "90 days" },
  };
};

/**
 * In the n-th period there are n cohorts, of which all but the last three are covered: of the members the part 1 - 3 / n.
 * So their shares add up to probability x benefit x (9 - 3 (1/4 + ... + 1/12)).
 */
const sharesOneAfterAnother = () => {
  const probability = -Math.expm1((-incidence * 30) / daysPerYear);
  const periods = [4, 5, 6, 7, 8, 9, 10, 11, 12];
  return probability * benefit * periods.reduce((sum, n) => sum + (1 - 3 / n), 0);
};

/** For a pool of any size, and either engine. */
export function compareWaiting(size: Size): Comparison[] {
  const [ratio] = answersTo(together(size), ["mean(years.2020.share) / mean(years.2021.share)"]);
  const [share] = answersTo(oneAfterAnother(size), ["mean(total.share)"]);
  const theory = sharesOneAfterAnother();
  return [
    { figure: "first year over second, all join at once", theory: 9 / 12, measured: ratio, shown: true },
    { figure: "share of 12 periods, joining evenly", theory, measured: share, shown: true },
  ];
}

export const waiting: Phenomenon = {
  law: "Waiting makes the first year cheap: only covered time costs",
  shows: "first year’s share over the second’s, 3 of 12 months waiting; 12 shares, joining evenly",
  compare: (effort) => compareWaiting(huge(100 * effort)),
};
