import { describe, expect, it } from "vitest";
import { simulateBlock } from "../../src/engine/simulateBlock.ts";
import { blockCount } from "../../src/plan/blockCount.ts";
import { luckOf } from "../../src/plan/luck.ts";
import { makePlan } from "../../src/plan/makePlan.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { summariseOptions } from "../../src/run/summariseOptions.ts";
import { answer } from "../../src/statistics/ask/answer.ts";
import { isAsk, parseAsk } from "../../src/statistics/ask/parseAsk.ts";
import type { Sample } from "../../src/statistics/results.ts";
import { sampleOf } from "../../src/statistics/summarise.ts";
import { mergeTallies, newTally } from "../../src/statistics/tally.ts";
import { tallyBlock } from "../../src/statistics/tallyBlock.ts";
import { rateRows, scenarioOf } from "../helpers/scenarioOf.ts";

/** Whole runs of whole scenarios, each with a seed of its own: does value plus or minus 1.96 standard errors hold the truth? */
const runs = 800;

/** The columns of one run. */
function sampleWith(base: Plan, seed: string): Sample {
  const plan = { ...base, seed, luck: luckOf(seed) };
  const { replications, periods, columns } = plan;
  const tally = newTally({ replications, periods: periods.length, columns: columns.length, series: 1 });
  for (let block = 0; block < blockCount(plan); block++)
    mergeTallies(tally, tallyBlock(simulateBlock(plan, block), { columns: columns.length }));
  return sampleOf(tally, summariseOptions(plan, tally));
}

/** How many of all runs hold the truth, for each question. */
function covered(
  scenario: string | object,
  truths: readonly (readonly [string, number])[],
): [string, number][] {
  const plan = makePlan(scenarioOf(scenario));
  const names = plan.columns.map(({ name }) => name);
  const held = truths.map(() => 0);
  for (let run = 0; run < runs; run++) {
    const sample = sampleWith(plan, `coverage ${run}`);
    for (const [i, [text, truth]] of truths.entries()) {
      const ask = parseAsk(text, names);
      if (!isAsk(ask)) throw new Error(`${text}: ${ask.map(({ found }) => found).join()}`);
      const { value, se } = answer(ask, sample);
      if (value !== null && se !== null && Math.abs(value - truth) <= 1.96 * se) held[i]++;
    }
  }
  return truths.map(([text], i) => [text, held[i] / runs]);
}

/** 93 - 97 %, of 800 runs; the part itself has a standard error of 0.8 %. */
function expectCoverage(parts: readonly [string, number][]): void {
  console.log(parts.map(([text, part]) => `${text}: ${(100 * part).toFixed(1)} %`).join("\n"));
  for (const [text, part] of parts) {
    expect(part, text).toBeGreaterThanOrEqual(0.93);
    expect(part, text).toBeLessThanOrEqual(0.97);
  }
}

describe("95 % intervals of runs", () => {
  it("hold means, quantiles and tail means of a compound Poisson cost", () => {
    // Poisson 10, gamma(2, 1): exact to the digits given (R package actuar, vignette "Risk and ruin theory").
    const scenario = `
title: compound Poisson
replications: 1000
calendar: { from: 2020-01-01, periods: 1, settle: { every: 1 year } }
group: [{ class: all, number: 1, claims: { poisson: 10 }, benefit: { perClaim: { gamma: { shape: 2, scale: 1 } } }, endsMembership: false }]`;
    expectCoverage(
      covered(scenario, [
        ["mean(total.cost)", 20],
        ["sd(total.cost)", Math.sqrt(60)],
        ["median(total.cost)", 19.328],
        ["quantile(total.cost, 0.9)", 30.296],
        ["quantile(total.cost, 0.95)", 33.794],
        ["quantile(total.cost, 0.05)", 8.4496],
        ["tailMean(total.cost, 0.9)", 34.996],
        ["P(total.cost > 30.296)", 0.1],
      ]),
    );
  });

  it("hold yearly shares, their ratio and their difference, where levels and shocks vary", () => {
    // 1 million members, rate r = 0.0001 a year; in a quarter 1 - exp(-x), x = r L S / 4, E x = r / 4, E x² = (r / 4)² (13 / 12) 1.04.
    const quarter = (rate: number) => rate / 4 - ((rate / 4) ** 2 * (13 / 12) * 1.04) / 2;
    const [first, second] = [0.0001, 0.00012].map((rate) => 4 * 1000 * quarter(rate));
    const scenario = `
title: yearly shares
replications: 1000
engine: fast
calendar: { from: 2020-01-01, to: 2021-12-31, settle: { every: 3 months } }
members: { ages: 30-39, leaveAt: 90 }
joining: { initial: 1000000 }
cover:
  level: { uniform: [0.5, 1.5] }
  illnesses: { x: { incidence: 0.01 %, benefit: 1000, endsMembership: false } }
shocks: { yearly: { gamma: { sd: 20 % } } }
changes: [{ from: 2021-01-01, cover: { illnesses: { x: { incidence: 0.012 % } } } }]`;
    expectCoverage(
      covered(scenario, [
        ["mean(years.2020.share)", first],
        ["mean(years.2021.share)", second],
        ["mean(years.2021.share) / mean(years.2020.share)", second / first],
        ["mean(years.2021.share - years.2020.share)", second - first],
      ]),
    );
  });

  it("hold means where a number that reshapes the plan is drawn for blocks of replications, and there are 8 of them", () => {
    // Of the joiners p / (p + 0.5) are young, p uniform on 0.4 ... 0.6; the young fall ill at 0.0001 a year, the others at 0.0003.
    const young = 1 - (0.5 / 0.2) * Math.log(1.1 / 0.9);
    const claims = (rate: number) => 1e6 * -Math.expm1(-rate);
    const scenario = {
      title: "uncertain ages",
      replications: 1000, // 8 blocks
      engine: "fast",
      calendar: { from: "2020-01-01", periods: 1, settle: { every: "1 year" } },
      members: {
        ages: "30-49",
        leaveAt: 90,
        mix: [
          { ages: "30-34", portion: { uniform: [0.4, 0.6] } },
          { ages: "45-49", portion: 0.5 },
        ],
      },
      joining: { initial: 1_000_000 },
      cover: {
        illnesses: {
          x: {
            incidence: rateRows(30, 90, (age) => (age < 40 ? 0.0001 : 0.0003)),
            benefit: 1000,
            endsMembership: false,
          },
        },
      },
    };
    const truth = 1000 * (young * claims(0.0001) + (1 - young) * claims(0.0003));
    expectCoverage(covered(scenario, [["mean(total.cost)", truth]]));
  });
});
