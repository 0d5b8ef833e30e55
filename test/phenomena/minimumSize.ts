import { daysPerYear } from "../../src/scenario/day.ts";
import { answersTo } from "./answersTo.ts";
import type { Phenomenon } from "./phenomenon.ts";

const lapse = 0.1;
const members = 1e6;
const minimum = 5e5;

const plan = {
  title: "A plan that becomes too small",
  seed: "minimum",
  engine: "fast",
  replications: 2,
  calendar: { from: "2020-01-01", periods: 15, settle: { every: "1 year" } },
  members: { ages: "30-49", leaveAt: 90, classes: { all: { lapse } } },
  joining: { initial: members },
  cover: { illnesses: { any: { incidence: 0.001, benefit: 1000, endsMembership: false } } },
  ending: { minimumMembers: { members: minimum } },
};

/** Nobody lapses before having been in for a year; after n more there are 0.9^n left, below one half from n = 7 on. */
const yearsUntil = Math.ceil(Math.log(minimum / members) / Math.log(1 - lapse));
/** From the start of 2020 to the last day of the year, in decimal years as `ending.year` counts them. */
const duration = Date.UTC(2020 + yearsUntil, 11, 31) / 86_400_000 / daysPerYear - 50;

export const minimumSize: Phenomenon = {
  law: "A minimum size ends a plan that shrinks: at 10 % a year below one half after 7 years",
  shows: "years until its last settlement; members then, of a million",
  compare: () => {
    const [ending, left] = answersTo(plan, ["mean(ending.year) - 2020", "mean(atEnding.members)"]);
    return [
      { figure: "years until its end", theory: duration, measured: ending, shown: true },
      {
        figure: "members at its end",
        theory: members * (1 - lapse) ** yearsUntil,
        measured: left,
        shown: true,
      },
    ];
  },
};
