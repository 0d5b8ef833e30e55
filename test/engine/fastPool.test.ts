import { describe, expect, it } from "vitest";
import { mean, months, offBy, runOf } from "./runs.ts";

const head = (periods: number, replications = 2) => `${months(periods, `replications: ${replications}`)}
engine: fast`;
const ages = "members: { ages: 30-39, leaveAt: 90 }";

describe("the fast engine", () => {
  it("splits members over classes by their portions, in parts of a person", () => {
    const run = runOf(`${head(1)}
joining: { initial: 101 }
members: { ages: 30-39, leaveAt: 90, classes: { a: { portion: 20 % }, b: { portion: 80 % } } }
cover: { illnesses: { x: { incidence: 0, benefit: 1 } } }`);
    expect(run.column("years.2020.members[class=a]")[0]).toBeCloseTo(20.2, 12);
    expect(run.column("years.2020.members[class=b]")[0]).toBeCloseTo(80.8, 12);
  });

  it("has members leave as expected: failed debits, lapse, claims, deaths, in this order", () => {
    const run = runOf(`${head(3)}
joining: { initial: 100000 }
members: { ages: 30-39, leaveAt: 90, classes: { all: { portion: 1, lapse: 60 % } } }
cover: { mortality: 10 %, illnesses: { severe: { incidence: 0.2, benefit: 1 }, mild: { incidence: 0.4, benefit: 1, endsMembership: false } } }
sharing: { feePerHead: 1 }
collection: { failing: 10 % }`);
    let members = 100_000;
    for (let t = 0; t < 3; t++) {
      const defaulted = t > 0 ? 0.1 * members : 0;
      const lapsed = t > 0 ? (members - defaulted) * (1 - 0.4 ** (1 / 12)) : 0;
      const atRisk = members - defaulted - lapsed;
      const claimed = (atRisk * (1 - Math.exp(-0.6 / 12))) / 3;
      const died = (atRisk - claimed) * (1 - 0.9 ** (1 / 12));
      members = atRisk - claimed - died;
      const found = [
        run.at("defaulted", t),
        run.at("lapsed", t),
        run.at("claimed", t),
        run.at("died", t),
        run.at("members", t),
      ];
      found.forEach((value, i) => {
        expect(value).toBeCloseTo([defaulted, lapsed, claimed, died, members][i], 7);
      });
    }
  });

  it("has Poisson cases: their variance is their mean", () => {
    const run = runOf(`${head(2, 3000)}
joining: { initial: 10000 }
${ages}
cover: { illnesses: { x: { incidence: 1 %, endsMembership: false, benefit: 1 } } }`);
    const expected = 10_000 * (1 - Math.exp(-0.01 / 12));
    for (const t of [0, 1]) {
      expect(offBy(run.across("cases", t), expected)).toBeLessThan(4);
      expect(
        offBy(
          run.across("cases", t).map((n) => (n - expected) ** 2),
          expected,
        ),
      ).toBeLessThan(4);
    }
    const products = run
      .across("cases", 0)
      .map((n, i) => (n - expected) * (run.at("cases", 1, i) - expected));
    expect(offBy(products, 0)).toBeLessThan(4);
  });

  it("scales claims by what each replication drew for level, risk and select factor", () => {
    const run = runOf(`${head(1, 50)}
joining: { initial: 1 million }
members: { ages: 30-39, leaveAt: 90, classes: { all: { portion: 1, relativeRisk: { uniform: [0.5, 1.5] } } } }
cover: { level: { uniform: [0.2, 1.8] }, select: { years: [{ uniform: [0.1, 0.3] }] }, illnesses: { x: { incidence: 0.12 %, benefit: 1 } } }`);
    const { draws } = run.plan;
    expect(draws.map(({ path }) => path).sort()).toEqual([
      "cover.level",
      "cover.select.years[0]",
      "members.classes.all.relativeRisk",
    ]);
    const claimed = run.across("claimed", 0);
    // At the means 1, 1 and 0.2.
    expect(offBy(claimed, 1e6 * (1 - Math.exp((-0.0012 * 0.2) / 12)))).toBeLessThan(4);
    expect(Math.max(...claimed) / Math.min(...claimed)).toBeGreaterThan(5);
  });

  it("loses no claim on its way and refuses the part denied", () => {
    const run = runOf(`${head(12, 200)}
joining: { initial: 1 million }
${ages}
cover: { illnesses: { x: { incidence: 1 %, endsMembership: false, benefit: 1 } } }
claims: { denied: 20 %, delay: { gamma: { mean: 90 days, sd: 60 days } } }
ending: { closing: { on: 2020-12-31 }, runOff: { claimWindow: 2 years } }`);
    expect(offBy(run.column("total.cases"), 0.8 * 12e6 * (1 - Math.exp(-0.01 / 12)))).toBeLessThan(4);
  });

  it("goes on with run-offs beyond the calendar, yearly shocks or not", () => {
    const yaml = (shocks: string) => `${head(12, 50)}
joining: { initial: 1 million }
${ages}
cover: { illnesses: { x: { incidence: 1 %, endsMembership: false, benefit: 1 } } }
claims: { delay: { periods: [0, 0, 1] } }
ending: { closing: { on: 2020-12-31 }, runOff: { claimWindow: 60 days } }${shocks}`;
    for (const shocks of ["", "\nshocks: { yearly: { lognormal: { sd: 1 % } } }"]) {
      expect(mean(runOf(yaml(shocks)).column("runOff.cases"))).toBeGreaterThan(1600);
    }
  });

  it("gives a closed group's claims to their own class", () => {
    const run = runOf(`${head(1, 400)}
group:
  - { class: a, number: 1000000, claimProbability: 0.01 %, benefit: 1, endsMembership: true }
  - { class: b, number: 1000000, claimProbability: 0.02 %, benefit: 10 }`);
    expect(run.at("claimed", 0)).toBeCloseTo(100, 9);
    expect(offBy(run.across("cases", 0), 300)).toBeLessThan(4);
    expect(offBy(run.across("aid", 0), 2100)).toBeLessThan(4);
  });

  it("covers nobody who waits", () => {
    const run = runOf(`${head(4, 3)}
joining: { schedule: [{ perYear: 1000000 }] }
${ages}
cover: { waiting: 61 days, illnesses: { x: { incidence: 1 %, benefit: 1 } } }`);
    expect(run.path("covered").slice(0, 2)).toEqual([0, 0]);
    expect(run.path("cases").slice(0, 2)).toEqual([0, 0]);
    expect(run.at("covered", 2)).toBeGreaterThan(0);
    expect(run.at("covered", 2)).toBeLessThan(run.at("members", 2) / 2);
    expect(run.at("cases", 3)).toBeGreaterThan(0);
  });

  it("keeps apart the waiting of an illness that has its own", () => {
    const run = runOf(
      `${head(4, 3)}
joining: { schedule: [{ perYear: 1000000 }] }
${ages}
cover: { waiting: 1 year, illnesses: { x: { incidence: 1, benefit: 1, endsMembership: false }, accident: { incidence: 1 %, waiting: none, benefit: 1000, endsMembership: false } } }`.replace(
        "periods: 4",
        "periods: 13",
      ),
    );
    expect(run.at("cases", 0)).toBeGreaterThan(0);
    expect(run.at("aid", 0)).toBe(1000 * run.at("cases", 0));
  });
});
