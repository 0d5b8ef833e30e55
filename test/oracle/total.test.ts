import { describe, expect, it } from "vitest";
import { quantileOf } from "../../src/oracle/lossDistribution.ts";
import { meanOfTotal, totalOf } from "../../src/oracle/total.ts";
import { planOf, planOfFile } from "../engine/runs.ts";
import { head, inWorlds } from "./oraclePlans.ts";

const all = { variance: true, effort: 1e8 };
const wholeRun = (periods: number) => ({ from: 0, to: periods, of: "cost" }) as const;

function probabilitiesOf(yaml: string, periods: number): Map<number, number> {
  const { distribution } = totalOf(inWorlds(planOf(yaml)), wholeRun(periods), all);
  if (distribution === null) throw new Error("no distribution");
  const { values, probabilities } = distribution;
  return new Map([...values].map((value, i) => [value, probabilities[i]]));
}

describe("the total of claims, by hand", () => {
  it("of who may claim twice in two months, and ends with neither, is binomial", () => {
    const of = probabilitiesOf(
      `${head(2)}\ngroup: [{ class: all, number: 2, claimProbability: 0.3, benefit: 10, endsMembership: false }]`,
      2,
    );
    expect(of.get(0)).toBeCloseTo(0.7 ** 4, 12);
    expect(of.get(20)).toBeCloseTo(6 * 0.3 ** 2 * 0.7 ** 2, 12);
    expect(of.get(40)).toBeCloseTo(0.3 ** 4, 12);
  });

  it("of whose membership ends with a claim is one claim at most each", () => {
    const of = probabilitiesOf(
      `${head(2)}\ngroup: [{ class: all, number: 2, claimProbability: 0.3, benefit: 10, endsMembership: true }]`,
      2,
    );
    const claims = 1 - 0.7 ** 2;
    expect(of.get(10)).toBeCloseTo(2 * claims * (1 - claims), 12);
    expect(of.get(20)).toBeCloseTo(claims ** 2, 12);
  });

  it("does not count what is approved after the last month", () => {
    const of = probabilitiesOf(
      `${head(2)}\ngroup: [{ class: all, number: 1, claimProbability: 0.3, benefit: 10, endsMembership: false }]
claims: { delay: { periods: [0.5, 0.5] } }`,
      2,
    );
    // A claim of the first month counts for sure, one of the second in half the cases.
    expect(of.get(0)).toBeCloseTo(0.7 * 0.85, 12);
    expect(of.get(20)).toBeCloseTo(0.3 * 0.15, 12);
  });

  it("of members who lapse is of fewer of them later", () => {
    const of = probabilitiesOf(
      `${head(2)}\ngroup: [{ class: all, number: 1, claimProbability: 0.3, benefit: 10, lapse: 0.36, endsMembership: false }]`,
      2,
    );
    const second = 0.3 * 0.64 ** (1 / 12);
    expect(of.get(20)).toBeCloseTo(0.3 * second, 12);
    expect(of.get(0)).toBeCloseTo(0.7 * (1 - second), 12);
  });

  it("holds the fee, on aid that is shared", () => {
    const of = probabilitiesOf(
      `${head(1)}\ngroup: [{ class: all, number: 1, claimProbability: 0.3, benefit: 10, endsMembership: false }]
sharing: { fee: 10 % }`,
      1,
    );
    expect(of.get(11)).toBeCloseTo(0.3, 12);
  });

  it("is a mixture over what an uncertain probability may be", () => {
    const of = probabilitiesOf(
      `${head(1)}\ngroup: [{ class: all, number: 2, claimProbability: { discrete: { 0.1: 0.5, 0.5: 0.5 } }, benefit: 10, endsMembership: false }]`,
      1,
    );
    expect(of.get(20)).toBeCloseTo((0.01 + 0.25) / 2, 12);
    expect(of.get(0)).toBeCloseTo((0.81 + 0.25) / 2, 12);
  });

  it("of copies, and of several pools, is that of so many independent ones", () => {
    const monthly = 1 - Math.exp(-0.3);
    const of = probabilitiesOf(
      `${head(1)}
members: { ages: 30-39 }
cover: { illnesses: { any: { incidence: 3.6, benefit: 10 } } }
pools: { circles: { copies: 3, joining: { initial: 1 } }, other: { joining: { initial: 2 } } }`,
      1,
    );
    expect(of.get(50)).toBeCloseTo(monthly ** 5, 12);
    expect(of.get(10)).toBeCloseTo(5 * monthly * (1 - monthly) ** 4, 12);
  });
});

describe("where persons are not counted", () => {
  it("the total of fixed amounts is a Poisson number of them", () => {
    const yaml = `${head(1, "fast")}\nmembers: { ages: 30-39 }\njoining: { initial: 100000 }
cover: { illnesses: { any: { incidence: 0.0012, benefit: 1000 } } }`;
    const mean = 100_000 * -Math.expm1(-0.0001);
    const of = probabilitiesOf(yaml, 1);
    expect(of.get(0)).toBeCloseTo(Math.exp(-mean), 12);
    expect(of.get(2000)).toBeCloseTo((Math.exp(-mean) * mean ** 2) / 2, 12);
  });
});

describe("two ways to the same mean", () => {
  it("forwards by the life table and backwards by persons agree, with all that can happen to a member", () => {
    const plan = planOfFile(
      new URL("../../scenarios/examples/second-claims.yaml", import.meta.url).pathname,
      [
        "calendar.to=2021-06-30",
        "members.ages=30-33",
        "joining.rejoin=0.3",
        "cover.inflation=0.05",
        "cover.mortality=0.01",
      ],
    );
    const of = inWorlds(plan);
    const window = { from: 5, to: 15, of: "cost" } as const;
    expect(totalOf(of, window, { variance: true, effort: 0 }).mean / meanOfTotal(of, window)).toBeCloseTo(
      1,
      10,
    );
  });

  it("the distribution has the mean and the variance that were worked out without it", () => {
    const plan =
      planOf(`${head(4)}\nmembers: { ages: 30-31, classes: { a: { portion: 0.5, lapse: 0.2 }, b: { portion: 0.5, relativeRisk: 3 } } }
joining: { initial: 300, schedule: [{ perYear: 300 }] }
cover: { waiting: 30 days, select: { start: 0.5, timeConstant: 1 year }, illnesses: { severe: { incidence: 0.2, benefit: 300 }, mild: { incidence: 0.3, benefit: 100, movesTo: b } } }
claims: { delay: { periods: [0.5, 0.3, 0.2] }, denied: 0.1 }`);
    const { mean, variance, distribution } = totalOf(inWorlds(plan), wholeRun(4), all);
    if (distribution === null) throw new Error("no distribution");
    const { values, probabilities } = distribution;
    const meanOf = (f: (value: number) => number) =>
      values.reduce((sum, value, i) => sum + probabilities[i] * f(value), 0);
    expect(meanOf((value) => value) / mean).toBeCloseTo(1, 9);
    expect(meanOf((value) => (value - mean) ** 2) / (variance ?? 0)).toBeCloseTo(1, 8);
  });
});

describe("the lattice", () => {
  const costWith = (effort: number) => {
    const plan = planOf(
      `${head(1)}\ngroup: [{ class: all, number: 200, claimProbability: 0.1, benefit: { perClaim: { lognormal: { median: 100, sigma: 1 } } }, endsMembership: false }]`,
    );
    const { distribution } = totalOf(inWorlds(plan), wholeRun(1), { variance: true, effort });
    if (distribution === null) throw new Error("no distribution");
    return distribution;
  };

  it("is so fine that quantiles do not move with it", () => {
    const [coarse, fine] = [costWith(4e5), costWith(1e8)];
    expect(coarse.width).toBeGreaterThan(fine.width);
    for (const level of [0.05, 0.5, 0.95, 0.99])
      expect(Math.abs(quantileOf(coarse, level) / quantileOf(fine, level) - 1)).toBeLessThan(2e-3);
  });
});
