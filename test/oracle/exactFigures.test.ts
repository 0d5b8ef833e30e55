import { describe, expect, it } from "vitest";
import { exactFigures } from "../../src/oracle/exactFigures.ts";
import { quantileOf } from "../../src/oracle/lossDistribution.ts";
import { planOf, planOfFile } from "../engine/runs.ts";
import { head } from "./oraclePlans.ts";

const scenarios = new URL("../../scenarios/", import.meta.url).pathname;
const open = `
members: { ages: 30-39 }
joining: { initial: 3000 }
cover: { illnesses: { any: { incidence: 0.05, benefit: 1000 } } }`;
const group = (more = "") => `
group: [{ class: all, number: 10, claimProbability: 0.3, benefit: 100, endsMembership: false${more} }]`;

const ofYaml = (yaml: string) => exactFigures(planOf(yaml));
const leftOut = (yaml: string) => ofYaml(yaml).leftOut.join(" ");
const figure = (yaml: string, name: string) => ofYaml(yaml).figures.find((of) => of.name === name);

describe("what cannot be worked out, and why", () => {
  const plans: Readonly<Record<string, string>> = {
    "members react": `${head(2)}${group(", reaction: { threshold: { willingness: 3 } }")}`,
    "debits fail": `${head(2)}${open}\ncollection: { failing: 1 % }`,
    deposits: `${head(2)}${open}\nfunding: { deposit: 10 }`,
    "starts or ends depends on chance": `${head(2)}${open}\nending: { minimumMembers: { members: 10 } }`,
    "plan closes": `${head(2)}${open}\nending: { closing: { announced: 2020-01-01, on: 2020-02-20 } }`,
    "counted one by one":
      `${head(2)}${open}\njoining: { initial: 10, target: [{ date: 2020-01-31, members: 20 }] }`.replace(
        "joining: { initial: 3000 }\n",
        "",
      ),
    "reshape the plan": `${head(2)}${open.replace("benefit: 1000 } }", "benefit: 1000 } }, waiting: { uniform: [1 days, 9 days] }")}`,
    "too many numbers": `${head(2)}${open}\nclaims: { denied: { uniform: [0, 1] } }\nsharing: { fee: { uniform: [0, 0.1] } }\nshocks: { yearly: { gamma: { sd: 0.1 } } }`,
    "all members may leave": `${head(2)}\ngroup: [{ class: all, number: 2, claimProbability: 0.3, benefit: 100, endsMembership: true }]`,
  };
  for (const [why, yaml] of Object.entries(plans))
    it(why, () => {
      expect(ofYaml(yaml).figures).toEqual([]);
      expect(leftOut(yaml)).toContain(why);
    });
});

describe("what is left out of the rest, and why", () => {
  it("the cost, where caps cut aid", () => {
    const yaml = `${head(2)}${group()}\nsharing: { caps: { perPeriod: 20 }, excess: aid }`;
    expect(figure(yaml, "total.cases")?.mean).toBeCloseTo(6, 12);
    expect(figure(yaml, "total.cost")).toBeUndefined();
    expect(leftOut(yaml)).toContain("may be cut");
  });

  it("the share, where how many share is random", () => {
    const yaml = `${head(2)}${open}`;
    expect(figure(yaml, "total.cost")?.sd).toBeGreaterThan(0);
    expect(figure(yaml, "total.share")).toBeUndefined();
    expect(leftOut(yaml)).toContain("how many share the cost is random");
  });

  it("all but the means, where losses hang together", () => {
    const { figures, leftOut: left } = exactFigures(planOfFile(`${scenarios}examples/peers.yaml`));
    const cost = figures.find(({ name }) => name === "total.cost");
    expect([cost?.sd, cost?.distribution]).toEqual([null, null]);
    expect(left.join(" ")).toContain("hang together");
  });
});

describe("rounding", () => {
  it("up to the unit is that of each cost by itself", () => {
    // 0 to 10 claims of 100 and 8 %, over 10: multiples of 10.8, rounded up to whole ones.
    const yaml = `${head(1)}${group()}\nsharing: { fee: 8 %, roundUpTo: 1 }`;
    const share = figure(yaml, "total.share");
    if (!share?.distribution) throw new Error("no distribution");
    expect(quantileOf(share.distribution, 0.3)).toBe(22);
    expect([...share.distribution.values.subarray(0, 4)]).toEqual([0, 11, 22, 33]);
  });

  it("of the fee is to the nearest unit", () => {
    const cost = figure(`${head(1)}${group()}\nsharing: { fee: 8.4 %, roundUpTo: 1 }`, "total.cost");
    if (!cost?.distribution) throw new Error("no distribution");
    expect([...cost.distribution.values.subarray(0, 4)]).toEqual([0, 108, 217, 325]);
  });
});

describe("over all that is uncertain", () => {
  it("a level drawn once makes the variance of its claims, and its own", () => {
    const yaml = `${head(1, "fast")}
members: { ages: 30-39 }
joining: { initial: 1 million }
cover: { level: { lognormal: { median: 1, sigma: 0.2 } }, illnesses: { any: { incidence: 0.0012, benefit: 1000, endsMembership: false } } }`;
    const cost = figure(yaml, "total.cost");
    const mean = 1e6 * 1e-4 * Math.exp(0.02) * 1000;
    expect((cost?.mean ?? 0) / mean).toBeCloseTo(1, 3);
    const variance = mean * 1000 + mean ** 2 * Math.expm1(0.04);
    expect((cost?.sd ?? 0) ** 2 / variance).toBeCloseTo(1, 3);
  });

  it("an event that may happen is there with its probability", () => {
    const yaml = `${head(2)}${group()}
shocks: { events: [{ name: flu, from: 2020-02-01, to: 2020-02-29, probability: 0.25, incidence: 2 }] }`;
    expect(figure(yaml, "total.cases")?.mean).toBeCloseTo(3 + 0.75 * 3 + 0.25 * 6, 12);
  });
});

it("the cost is left out where there may be nobody to take the fee from", () => {
  // Three of the first have waited when claims are approved; they may all have left by then.
  const yaml = `${head(3)}
members: { ages: 30-39 }
joining: { initial: 3, schedule: [{ perYear: 1200 }] }
cover: { waiting: 80 days, illnesses: { any: { incidence: 6, benefit: 1000 } } }
claims: { delay: { periods: [0.5, 0.5] } }
sharing: { sharers: covered, fee: 8 % }`;
  expect(figure(yaml, "total.cases")?.mean).toBeGreaterThan(1);
  expect(figure(yaml, "total.cost")).toBeUndefined();
  expect(leftOut(yaml)).toContain("nobody to pay the fee");
});
