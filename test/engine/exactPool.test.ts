import { describe, expect, it } from "vitest";
import { errorOfMean, mean, months, offBy, runOf, variance } from "./runs.ts";

const head = (periods: number, replications: number) => `${months(periods, `replications: ${replications}`)}
engine: exact`;

describe("the exact engine", () => {
  it("splits initial members over classes at random, as portions say", () => {
    const run = runOf(`${head(1, 1500)}
joining: { initial: 100 }
members: { ages: 30-39, leaveAt: 90, classes: { a: { portion: 20 % }, b: { portion: 50 % }, c: { portion: 30 % } } }
cover: { illnesses: { x: { incidence: 0, benefit: 1 } } }`);
    for (const [name, portion] of Object.entries({ a: 0.2, b: 0.5, c: 0.3 })) {
      const numbers = run.column(`years.2020.members[class=${name}]`);
      expect(offBy(numbers, 100 * portion)).toBeLessThan(4);
      expect(variance(numbers) / (100 * portion * (1 - portion))).toBeGreaterThan(0.8);
      expect(variance(numbers) / (100 * portion * (1 - portion))).toBeLessThan(1.2);
    }
  });

  it("gives a closed group its rows' own numbers", () => {
    const run = runOf(`${head(1, 3)}
group:
  - { class: a, number: 7, claimProbability: 0, benefit: 1 }
  - { class: b, number: 23, claimProbability: 0, benefit: 1 }
  - { class: c, number: 71, claimProbability: 0, benefit: 1 }`);
    expect(["a", "b", "c"].map((name) => run.column(`years.2020.members[class=${name}]`)[2])).toEqual([
      7, 23, 71,
    ]);
  });

  it("has binomial claims: one a member and period at most", () => {
    const run = runOf(`${head(1, 3000)}
group: [{ class: all, number: 5, claimProbability: 30 %, benefit: 1 }]`);
    const cases = run.across("cases", 0);
    expect(offBy(cases, 1.5)).toBeLessThan(4);
    expect(
      offBy(
        cases.map((n) => (n - 1.5) ** 2),
        1.05,
      ),
    ).toBeLessThan(4);
    expect(
      offBy(
        cases.map((n) => (n === 5 ? 1 : 0)),
        0.3 ** 5,
      ),
    ).toBeLessThan(4);
    expect(Math.max(...cases)).toBeLessThanOrEqual(5);
  });

  it("counts claim probabilities 0 and 1 without chance", () => {
    const run = runOf(`${head(3, 20)}
group:
  - { class: never, number: 5, claimProbability: 0, benefit: 1 }
  - { class: all, number: 7, claimProbability: 1, benefit: 1 }`);
    for (const t of [0, 1, 2]) expect(new Set(run.across("cases", t))).toEqual(new Set([7]));
  });

  it("has claims, deaths, lapses and failed debits as often as asked", () => {
    const run = runOf(`${head(1, 400)}
joining: { initial: 2000 }
members: { ages: 30-39, leaveAt: 90 }
cover: { mortality: 10 %, illnesses: { severe: { incidence: 0.2, benefit: 1 }, mild: { incidence: 0.4, benefit: 1, endsMembership: false } } }`);
    const claimed = 2000 * (1 - Math.exp(-0.6 / 12));
    expect(offBy(run.across("cases", 0), claimed)).toBeLessThan(4);
    expect(offBy(run.across("claimed", 0), claimed / 3)).toBeLessThan(4);
    expect(offBy(run.across("died", 0), (2000 - claimed / 3) * (1 - 0.9 ** (1 / 12)))).toBeLessThan(4);
  });

  it("has lapses and failed debits as often as asked, failed debits first", () => {
    const run = runOf(`${head(2, 400)}
joining: { initial: 2000 }
members: { ages: 30-39, leaveAt: 90, classes: { all: { portion: 1, lapse: 60 % } } }
cover: { illnesses: { x: { incidence: 0, benefit: 1 } } }
sharing: { feePerHead: 1 }
collection: { failing: 10 % }`);
    expect(run.at("defaulted", 0) + run.at("lapsed", 0)).toBe(0);
    expect(offBy(run.across("defaulted", 1), 200)).toBeLessThan(4);
    expect(offBy(run.across("lapsed", 1), 1800 * (1 - 0.4 ** (1 / 12)))).toBeLessThan(4);
  });

  it("refuses claims one by one", () => {
    const run = runOf(`${head(1, 800)}
group: [{ class: all, number: 10, claimProbability: 1, benefit: 1 }]
claims: { denied: 30 % }`);
    const cases = run.across("cases", 0);
    expect(offBy(cases, 7)).toBeLessThan(4);
    expect(
      offBy(
        cases.map((n) => (n - 7) ** 2),
        2.1,
      ),
    ).toBeLessThan(4);
  });

  it("loses no claim on its way", () => {
    const run = runOf(`${head(24, 5)}
group: [{ class: all, number: 100, claimProbability: 1, benefit: 1 }]
claims: { delay: { gamma: { mean: 90 days, sd: 60 days } } }
ending: { closing: { on: 2020-12-31 }, runOff: { claimWindow: 1 year } }`);
    // Closed after twelve periods; of the gamma next to nothing is longer than the year left.
    const paid = mean(run.column("total.cases"));
    expect(paid).toBeGreaterThan(1199);
    expect(paid).toBeLessThanOrEqual(1200);
  });

  it("takes part persons of an uncertain number of initial members as whole ones", () => {
    const run = runOf(`${head(2, 40)}
joining: { initial: { uniform: [50, 60] } }
members: { ages: 30-39, leaveAt: 90 }
cover: { illnesses: { x: { incidence: 1 %, benefit: 1 } } }`);
    const members = run.across("members", 0).map((of, i) => of + run.at("claimed", 0, i));
    expect(members.every(Number.isInteger)).toBe(true);
    expect(offBy(members, 55)).toBeLessThan(4);
    expect(run.maxImbalance).toBeLessThan(1e-12);
  });

  it("lets members leave who reach the age limit, by birthdays spread over the year", () => {
    const run = runOf(`${head(14, 60)}
joining: { initial: 1200 }
members: { ages: 59-59, leaveAt: 60 }
cover: { illnesses: { x: { incidence: 0, benefit: 1 } } }`);
    const agedOut = Array.from({ length: 14 }, (_, t) => run.across("agedOut", t));
    for (const t of [0, 5, 11])
      expect(Math.abs(mean(agedOut[t]) - 1200 / 12)).toBeLessThan(5 * errorOfMean(agedOut[t]));
    expect(mean(run.across("members", 11))).toBe(0);
  });

  it("covers nobody who waits", () => {
    const run = runOf(`${head(4, 10)}
joining: { schedule: [{ from: 2020-01-01, to: 2020-01-31, perYear: 24000 }] }
members: { ages: 30-39, leaveAt: 90 }
cover: { waiting: 91 days, illnesses: { x: { incidence: 5, benefit: 1 } } }`);
    for (const t of [0, 1]) expect(run.across("cases", t).every((cases) => cases === 0)).toBe(true);
    expect(mean(run.across("cases", 3))).toBeGreaterThan(100);
  });
});

describe("the initial members of the exact engine", () => {
  it("do not depend on how long the run-off is", () => {
    const pool = (ending: string) => `${months(6)}
members: { ages: 30-49, classes: { a: { portion: 50 % }, b: { portion: 50 % } } }
joining: { initial: 1000 }
cover: { illnesses: { any: { incidence: 1 %, benefit: 100 } } }
engine: exact
ending: ${ending}`;
    const members = (ending: string) => runOf(pool(ending)).column("years.2020.members[class=a]");
    expect(members("{ runOff: { claimWindow: 90 days } }")).toEqual(members("{ hazard: 0 }"));
  });
});
