import { answersTo } from "./answersTo.ts";
import type { Comparison, Phenomenon } from "./phenomenon.ts";

/** Probability of a claim in a year, and part of the demand that there would be if each class paid its own. */
const low = { risk: 0.01, demand: 0.9 };
const high = { risk: 0.04, demand: 0.1 };

/**
 * Everybody's cover ends with the year, and who takes another is decided by the last share: of a class (share / risk)^-elasticity
 * of its demand. As joining never grows above what is scheduled, a reference of a tenth of the risk stands for the risk, and
 * 10^elasticity times the joiners.
 */
const plan = (elasticity: number, effort: number) => {
  const incidence = -Math.log1p(-low.risk);
  const classOf = ({ risk, demand }: typeof low) => ({
    portion: demand,
    relativeRisk: -Math.log1p(-risk) / incidence,
    lapse: 1,
    joins: { power: { reference: risk / 10, elasticity } },
  });
  return {
    title: "Demand by price",
    seed: "demand",
    engine: "fast",
    replications: 50 * effort,
    calendar: { from: "2021-01-01", periods: 4, settle: { every: "1 year" } },
    members: { ages: "30-49", leaveAt: 90, classes: { low: classOf(low), high: classOf(high) } },
    joining: { schedule: [{ perYear: 1e12 }] },
    cover: { illnesses: { any: { incidence, benefit: 1, endsMembership: false } } },
  };
};

/** Where premiums meet claims: sum of demand x risk^(1 + elasticity), over that of demand x risk^elasticity. */
export const equilibrium = (elasticity: number) => {
  const sum = (power: number) => low.demand * low.risk ** power + high.demand * high.risk ** power;
  return sum(1 + elasticity) / sum(elasticity);
};

/** Expected claims covered at the equilibrium share, over those covered if each paid their own. */
const lossCoverage = (elasticity: number) => {
  const covered = ({ risk, demand }: typeof low) =>
    demand * risk * (equilibrium(elasticity) / risk) ** -elasticity;
  return (covered(low) + covered(high)) / (low.demand * low.risk + high.demand * high.risk);
};

/** The same of the simulated year: members of either class times risk, over all that might have joined. */
const coverageAsked = (elasticity: number) => {
  const members = (name: string) => `mean(years.2024.members[class=${name}])`;
  const covered = `(${low.risk} * ${members("low")} + ${high.risk} * ${members("high")})`;
  const fair = 1e12 * (366 / 365.25) * (low.demand * low.risk + high.demand * high.risk);
  return `${covered} * ${10 ** elasticity} / ${fair}`;
};

/** Hao, Macdonald, Tapadar & Thomas (2016), ASTIN Bulletin 46:2: .0154545 .0192308 .0241176 .0292, and 1.0519 1 .8421 .6586. */
export const demand: Phenomenon = {
  law: "Demand of the power kind meets cost at Hao et al.’s (2016) price; more elastic, dearer",
  shows: "share at elasticity 0.5, 1, 1.5, 2",
  compare: (effort) =>
    [0.5, 1, 1.5, 2].flatMap((elasticity): Comparison[] => {
      const [share, coverage] = answersTo(plan(elasticity, effort), [
        "mean(years.2024.share)",
        coverageAsked(elasticity),
      ]);
      return [
        {
          figure: `share, elasticity ${elasticity}`,
          theory: equilibrium(elasticity),
          measured: share,
          shown: true,
        },
        {
          figure: `loss coverage ratio, elasticity ${elasticity}`,
          theory: lossCoverage(elasticity),
          measured: coverage,
        },
      ];
    }),
};
