import { describe, expect, it } from "vitest";
import { meanOf, varianceOf } from "../../src/random/momentsOf.ts";
import { dependenceOf, logCorrelations } from "../../src/scenario/lognormalLosses.ts";
import { isPerClaim } from "../../src/scenario/perClaim.ts";
import { firstIndefinite } from "../../src/scenario/positiveSemidefinite.ts";
import { messagesOf, onlyPool, parseExample, parseText } from "./parsing.ts";

describe("losses given by moments", () => {
  const { group, dependence, stages } = onlyPool(parseExample("losses.yaml"));

  it("are rows of one member with one loss, of the mean and variance written", () => {
    expect(group?.map(({ className, number, claims }) => [className, number, claims])).toEqual(
      ["farm", "shop", "inn"].map((name) => [name, 1, { kind: "atMostOne", probability: 1 }]),
    );
    const drawn = group?.flatMap(({ benefit }) =>
      typeof benefit === "object" && isPerClaim(benefit) ? [benefit.perClaim] : [],
    );
    expect(drawn?.map(({ kind }) => kind)).toEqual(["lognormal", "lognormal", "lognormal"]);
    expect(drawn?.map((one) => Math.round(1e6 * meanOf(one)) / 1e6)).toEqual([300, 200, 100]);
    expect(drawn?.map((one) => Math.round(1e4 * varianceOf(one)) / 1e4)).toEqual([90_000, 40_000, 10_000]);
    expect(stages[0]).toMatchObject({ members: null, cover: null });
  });

  it("have the covariances written: exp(r s_i s_j) - 1 = c_ij / (m_i m_j)", () => {
    // All variances are the squared means: s^2 = log 2.
    const covariance = (i: number, j: number) => Math.expm1((dependence?.[i][j] ?? 0) * Math.LN2);
    expect(covariance(0, 1) * 300 * 200).toBeCloseTo(10_000, 8);
    expect(covariance(0, 2) * 300 * 100).toBeCloseTo(-3_000, 8);
    expect(dependence?.[1][2]).toBe(0);
    expect(dependence?.[0][0]).toBe(1);
  });

  it("are independent where no covariance is said, and constant without variance", () => {
    expect(
      dependenceOf({
        names: ["a", "b"],
        means: [1, 2],
        covariances: [
          [1, 0],
          [0, 4],
        ],
      }),
    ).toBeNull();
    const moments = {
      names: ["a", "b"],
      means: [1, 2],
      covariances: [
        [0, 0],
        [0, 4],
      ],
    };
    expect(logCorrelations(moments)).toEqual([
      [1, 0],
      [0, 1],
    ]);
    const text =
      "title: x\ncalendar: { from: 2020-01-01, periods: 1 }\nlosses: { means: { a: 3 }, covariances: [[0]] }";
    expect(onlyPool(parseText(text)).group?.[0].benefit).toBe(3);
  });

  it("cannot vary in a way that nothing can: told at the row that is one too many", () => {
    const cov = "[[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]]";
    const text = `title: x\ncalendar: { from: 2020-01-01, periods: 1 }\nlosses: { means: { a: 9, b: 9, c: 9 }, covariances: ${cov} }`;
    expect(messagesOf(parseText(text))).toEqual([
      "x.yaml:3:85  losses.covariances[2]: found losses that cannot vary together with those above in this way; allowed: covariances that losses can have together (a positive semi-definite matrix)",
    ]);
  });

  it("cannot stand beside what else says who is in the plan", () => {
    const text = "extends: losses.yaml\nmembers: { ages: 5 }\ncover: {}\njoining: {}\npools: {}";
    expect(messagesOf(parseText(text)).map((one) => one.split(": found")[0].split("  ")[1])).toEqual([
      "members",
      "cover",
      "joining",
      "pools",
    ]);
  });
});

describe("a positive semi-definite matrix", () => {
  it("has no row at which it is not", () => {
    expect(firstIndefinite([[1]])).toBeNull();
    expect(
      firstIndefinite([
        [1, 1],
        [1, 1],
      ]),
    ).toBeNull();
    expect(
      firstIndefinite([
        [1, 0.5, 0.5],
        [0.5, 1, 0.5],
        [0.5, 0.5, 1],
      ]),
    ).toBeNull();
    expect(
      firstIndefinite([
        [1, -0.5, -0.5],
        [-0.5, 1, -0.5],
        [-0.5, -0.5, 1],
      ]),
    ).toBeNull();
  });

  it("is told by the first row at which it is not", () => {
    expect(
      firstIndefinite([
        [1, 2],
        [2, 1],
      ]),
    ).toBe(1);
    expect(
      firstIndefinite([
        [1, 0, 0.8],
        [0, 1, 0.8],
        [0.8, 0.8, 1],
      ]),
    ).toBe(2);
    expect(
      firstIndefinite([
        [1, 1, 0.5],
        [1, 1, 0],
        [0.5, 0, 1],
      ]),
    ).toBe(2);
  });
});
