import { answersTo } from "./answersTo.ts";
import type { Phenomenon } from "./phenomenon.ts";

const toppingUp = 0.25;

/** Everybody costs 4 a month, and pays it from a deposit of 30: after seven months 2 are left of it. */
const plan = (effort: number) => ({
  title: "Deposits that run out",
  seed: "deposits",
  engine: "exact",
  replications: 200 * effort,
  calendar: { from: "2020-01-01", periods: 10 },
  group: [{ class: "all", number: 1000, claimProbability: 1, benefit: 4 }],
  funding: { deposit: 30, minimum: 5, topUp: { amount: 20, portion: toppingUp } },
});

export const deposits: Phenomenon = {
  law: "Deposits that run out drop members: all but those who top up",
  shows: "of 1,000 members after 7 shares of 4 from 30, and a month later: minimum 5, a quarter tops up",
  compare: (effort) => {
    const [before, after] = answersTo(plan(effort), [
      "mean(periods.2020-07-31.members)",
      "mean(periods.2020-08-31.members)",
    ]);
    return [
      {
        figure: "members after 7 shares of 4 from a deposit of 30",
        theory: 1000,
        measured: before,
        shown: true,
      },
      {
        figure: "members a month later, minimum 5, a quarter tops up",
        theory: 1000 * toppingUp,
        measured: after,
        shown: true,
      },
    ];
  },
};
