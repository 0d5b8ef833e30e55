import { expect, it } from "vitest";
import { exactFigures } from "../../src/oracle/exactFigures.ts";
import { planOf, runPlan } from "../engine/runs.ts";
import { differences } from "./agreement.ts";

const head = (engine: string, replications: number) => `
title: agreement
seed: agreement
engine: ${engine}
replications: ${replications}`;

const plans = {
  "a closed group over two years, with delays, lapses and several claims": `${head("exact", 1500)}
calendar: { from: 2020-01-01, periods: 8, settle: { every: 3 months } }
group:
  - { class: often, number: 30, claims: { negativeBinomial: { mean: 0.3, shape: 0.5 } }, benefit: { perClaim: { discrete: { 100: 0.7, 400: 0.3 } } }, lapse: 0.1, endsMembership: false }
  - { class: once, number: 60, claimProbability: 0.04, benefit: { perClaim: { gamma: { mean: 300, sd: 200 } } }, endsMembership: true }
claims: { delay: { periods: [0.4, 0.4, 0.2] }, denied: 0.1 }`,
  "an open pool, person by person, with waiting, deaths and moves between classes": `${head("exact", 1000)}
calendar: { from: 2020-01-01, periods: 6, settle: { every: 1 month } }
members: { ages: 30-31, classes: { well: { portion: 0.8, lapse: 0.2 }, ill: { portion: 0.2, relativeRisk: 3 } } }
joining: { initial: 150, schedule: [{ perYear: 300 }], rejoin: 0.5 }
cover: { waiting: 40 days, waitingIllness: refunded, mortality: 0.1, select: { start: 0.3, timeConstant: 180 days }, illnesses: { severe: { incidence: 0.3, benefit: 300 }, mild: { incidence: 0.5, benefit: 100, movesTo: ill } } }`,
  "a large pool with an uncertain level": `${head("fast", 1500)}
calendar: { from: 2020-01-01, periods: 12 }
members: { ages: 30-49, classes: { all: { portion: 1, lapse: 0.1 } } }
joining: { initial: 200 thousand, target: [{ date: 2020-01-31, members: 200 thousand }, { date: 2020-12-31, members: 300 thousand }] }
cover: { level: { lognormal: { median: 1, sigma: 0.2 } }, illnesses: { any: { incidence: 0.001, benefit: { perClaim: { lognormal: { median: 1000, sigma: 0.5 } } } } } }
sharing: { fee: 8 % }`,
};

for (const [what, yaml] of Object.entries(plans))
  it(`${what}: what is simulated is what is exact`, () => {
    const plan = planOf(yaml);
    const all = differences(
      runPlan(plan),
      exactFigures(plan, 2e8),
      plan.engine.kind === "fast" ? 1e-5 : 1e-9,
    );
    expect(all.length).toBeGreaterThan(3);
    for (const { name, of, difference } of all)
      expect(Math.abs(difference), `${of} of ${name}`).toBeLessThan(of === "distribution" ? 2 : 4);
  });
