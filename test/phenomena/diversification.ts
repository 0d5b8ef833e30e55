import { answersTo } from "./answersTo.ts";
import type { Phenomenon } from "./phenomenon.ts";

const incidence = 0.01;
/** The year's shock has mean one and this sd; the level is not known: lognormal with this sigma. */
const shock = 0.1;
const sigma = 0.2;

const plan = (members: number, effort: number) => ({
  title: "What sharing does not diversify",
  seed: `${members} members`,
  engine: "fast",
  replications: 10_000 * effort,
  calendar: { from: "2020-01-01", periods: 1, settle: { every: "1 year" } },
  members: { ages: "30-49", leaveAt: 90 },
  joining: { initial: members },
  cover: {
    level: { lognormal: { median: 1, sigma } },
    illnesses: { any: { incidence, benefit: 1000, endsMembership: false } },
  },
  shocks: { yearly: { gamma: { sd: shock } } },
});

/** Relative variance of shock x level: of independent factors 1 + v multiplies; that of a lognormal is exp(sigma²). */
const common = (1 + shock ** 2) * Math.exp(sigma ** 2) - 1;

/** Of a Poisson number its mean is the variance: relative to the mean squared one over the expected number of claims. */
const claimNoise = (members: number) => 1 / (members * -Math.expm1(-incidence) * Math.exp(sigma ** 2 / 2));

export const diversification: Phenomenon = {
  law: "In a huge pool claim noise is gone; what is common to all, shocks and the unknown level, stays",
  shows: "relative variance of the share of 1,000, of 100 thousand, of a billion members",
  compare: (effort) =>
    [1000, 100_000, 1e9].map((members) => ({
      figure: `relative variance of the share, ${members.toLocaleString("en")} members`,
      theory: claimNoise(members) + common,
      measured: answersTo(plan(members, effort), ["var(total.share) / mean(total.share) ^ 2"])[0],
      shown: true,
    })),
};
