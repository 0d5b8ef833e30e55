import type { Estimate } from "../../src/statistics/figure.ts";
import { answersTo } from "./answersTo.ts";
import type { Phenomenon } from "./phenomenon.ts";

/** A member has a claim in a period with this probability; its amount is gamma. */
const claim = { probability: 0.05, mean: 100, sd: 50 };
const benefit = { perClaim: { gamma: { mean: claim.mean, sd: claim.sd } } };

/** At most one claim each: the cost is compound binomial, n p (sd² + (1 - p) mean²) its variance, and the share cost / n. */
const sdOfOne = Math.sqrt(claim.probability * (claim.sd ** 2 + (1 - claim.probability) * claim.mean ** 2));

/** A Poisson number of claims: the variance of the cost is n p (sd² + mean²). */
const sdOfOnePoisson = Math.sqrt(claim.probability * (claim.sd ** 2 + claim.mean ** 2));

const oneYear = (engine: string, members: number, replications: number) => ({
  title: "Nothing but claims",
  seed: `${members} members`,
  engine,
  replications,
  calendar: { from: "2020-01-01", periods: 1, settle: { every: "1 year" } },
});

const group = (members: number, replications: number) => ({
  ...oneYear("exact", members, replications),
  group: [{ class: "all", number: members, claimProbability: claim.probability, benefit }],
});

/** The incidence makes the probability of a claim in the year, 1 - exp(-incidence), that of the group. */
const openPool = (members: number, replications: number) => ({
  ...oneYear("fast", members, replications),
  members: { ages: "30-30", leaveAt: 90 },
  joining: { initial: members },
  cover: {
    illnesses: { any: { incidence: -Math.log1p(-claim.probability), benefit, endsMembership: false } },
  },
});

/** Least squares of log sd on log members; its error from those of the sds, which are independent of each other. */
function slope(members: readonly number[], sds: readonly Estimate[]): Estimate {
  const logs = members.map(Math.log);
  const centre = logs.reduce((sum, x) => sum + x, 0) / logs.length;
  const spread = logs.reduce((sum, x) => sum + (x - centre) ** 2, 0);
  const weights = logs.map((x) => (x - centre) / spread);
  return {
    value: weights.reduce((sum, weight, i) => sum + weight * Math.log(sds[i].value), 0),
    se: Math.hypot(...weights.map((weight, i) => (weight * sds[i].se) / sds[i].value)),
  };
}

export const rootOfMembers: Phenomenon = {
  law: "The sd of the share falls as one over the root of the members",
  shows: "slope of log sd on log members: 100 to 6,400, exact engine; 10 thousand to 100 million, fast",
  compare: (effort) => {
    const sds = (scenario: typeof group | typeof openPool, members: readonly number[]) =>
      members.map((n) => answersTo(scenario(n, 2500 * effort), ["sd(total.share)"])[0]);
    const few = [100, 400, 1600, 6400];
    const many = [1e4, 1e6, 1e8];
    const [ofFew, ofMany] = [sds(group, few), sds(openPool, many)];
    return [
      { figure: "sd of the share of 100, exact engine", theory: sdOfOne / 10, measured: ofFew[0] },
      { figure: "sd of the share of 6,400, exact engine", theory: sdOfOne / 80, measured: ofFew[3] },
      {
        figure: "sd of the share of a million, fast engine",
        theory: sdOfOnePoisson / 1e3,
        measured: ofMany[1],
      },
      { figure: "slope, 100 to 6,400 members", theory: -0.5, measured: slope(few, ofFew), shown: true },
      {
        figure: "slope, 10 thousand to 100 million members",
        theory: -0.5,
        measured: slope(many, ofMany),
        shown: true,
      },
    ];
  },
};
