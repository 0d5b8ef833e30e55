import { describe, expect, it } from "vitest";
import { meanOf, varianceOf } from "../../src/random/momentsOf.ts";
import { amount, duration, factor, portion } from "../../src/scenario/measures.ts";
import { reachOf } from "../../src/scenario/reachOf.ts";
import { readDistribution } from "../../src/scenario/readDistribution.ts";
import { readAmount, readQuantity } from "../../src/scenario/readQuantity.ts";

describe("readDistribution", () => {
  it.each([
    [{ normal: ["50 %", 0.05] }, { kind: "normal", mean: 0.5, sd: 0.05 }],
    [{ lognormal: { median: 2, sigma: 0.1 } }, { kind: "lognormal", median: 2, sigma: 0.1 }],
    [{ uniform: [0, "120 %"] }, { kind: "uniform", low: 0, high: 1.2 }],
    [{ triangular: [1, 1, 3] }, { kind: "triangular", low: 1, mode: 1, high: 3 }],
    [{ beta: [2, 3] }, { kind: "beta", alpha: 2, beta: 3, low: 0, high: 1 }],
    [{ beta: { alpha: 2, beta: 3, low: 1, high: 2 } }, { kind: "beta", alpha: 2, beta: 3, low: 1, high: 2 }],
    [{ gamma: { shape: 2, scale: 3 } }, { kind: "gamma", shape: 2, scale: 3 }],
    [{ gamma: { shape: 2, rate: 4 } }, { kind: "gamma", shape: 2, scale: 0.25 }],
    [{ pareto: { shape: 3, scale: 2000 } }, { kind: "pareto", shape: 3, scale: 2000 }],
    [{ discrete: { 10: "80 %", 5: 0.2 } }, { kind: "discrete", values: [5, 10], probabilities: [0.2, 0.8] }],
    [
      {
        discrete: [
          { value: 10, probability: 0.5 },
          { value: 1, probability: 0.5 },
        ],
      },
      { kind: "discrete", values: [1, 10], probabilities: [0.5, 0.5] },
    ],
    [
      {
        discrete: [
          { value: "150 %", probability: 0.2 },
          { value: 0.5, probability: 0 },
          { value: "90 %", probability: 0.8 },
        ],
      },
      { kind: "discrete", values: [0.5, 0.9, 1.5], probabilities: [0, 0.8, 0.2] },
    ],
    [
      { discrete: { 1: 0.5, 2: 0.5 }, min: 2, max: 3 },
      {
        kind: "truncated",
        of: { kind: "discrete", values: [1, 2], probabilities: [0.5, 0.5] },
        min: 2,
        max: 3,
      },
    ],
    [
      { normal: [1, 1], min: 0 },
      { kind: "truncated", of: { kind: "normal", mean: 1, sd: 1 }, min: 0, max: Number.POSITIVE_INFINITY },
    ],
  ])("reads %j", (raw, expected) => {
    expect(readDistribution(raw, factor)).toEqual({ ok: true, value: expected });
  });

  it("gives a Pareto number the mean and standard deviation asked for, where there is one", () => {
    const read = readDistribution({ pareto: { mean: 1000, sd: 3e6 ** 0.5 } }, factor);
    expect(read.ok && read.value.kind === "pareto" && read.value.shape).toBeCloseTo(3, 9);
    expect(read.ok && meanOf(read.value)).toBeCloseTo(1000, 6);
  });

  it("gives a lognormal, a gamma and a beta the mean and standard deviation asked for", () => {
    for (const raw of [
      { lognormal: { mean: 3, sd: 1.5 } },
      { gamma: { mean: 3, sd: 1.5 } },
      { beta: { mean: 3, sd: 1.5, low: 0, high: 9 } },
    ]) {
      const read = readDistribution(raw, factor);
      if (!read.ok) throw new Error(JSON.stringify(read.problems));
      expect(meanOf(read.value)).toBeCloseTo(3, 10);
      expect(varianceOf(read.value)).toBeCloseTo(2.25, 10);
    }
  });

  it("takes the units of its field", () => {
    const gamma = readDistribution({ gamma: { mean: "2 weeks", sd: "7 days" } }, duration);
    expect(gamma).toEqual({ ok: true, value: { kind: "gamma", shape: 4, scale: 3.5 } });
    const money = readDistribution({ uniform: ["1 thousand yuan", "2 thousand"] }, amount("yuan"));
    expect(money).toEqual({ ok: true, value: { kind: "uniform", low: 1000, high: 2000 } });
  });

  it.each([
    [{ normal: [1] }, ["normal"]],
    [{ normal: [1, -1] }, ["normal", 1]],
    [{ uniform: [2, 1] }, ["uniform"]],
    [{ uniform: ["a", 1] }, ["uniform", 0]],
    [{ triangular: [1, 5, 3] }, ["triangular"]],
    [{ lognormal: { median: 1 } }, ["lognormal"]],
    [{ lognormal: { median: 0, sigma: 1 } }, ["lognormal", "median"]],
    [{ gamma: { mean: 1, scale: 1 } }, ["gamma"]],
    [{ gamma: { mean: 1, sdd: 1 } }, ["gamma", "sdd"]],
    [{ beta: { mean: 2, sd: 0.1 } }, ["beta"]],
    [{ beta: { mean: 0.5, sd: 0.9 } }, ["beta"]],
    [{ discrete: { 1: 0.5, 2: 0.6 } }, ["discrete"]],
    [{ discrete: { 1: 0, 2: 0 } }, ["discrete"]],
    [{ discrete: { 1: -0.5, 2: 1.5 } }, ["discrete", "1"]],
    [{ discrete: [] }, ["discrete"]],
    [{ discrete: [{ value: 1 }] }, ["discrete", 0]],
    [{ normal: [1, 1], uniform: [0, 1] }, []],
    [{ normal: [1, 1], min: 3, max: 2 }, []],
    [{ uniform: [0, 1], min: 5 }, []],
    [{ uniform: [0, 1], min: 1 }, []],
    [{ discrete: { 1: 0.5, 2: 0.5 }, min: 1.2, max: 1.8 }, []],
    [{ discrete: { 1: 1, 2: 0 }, min: 2 }, []],
    [{ gamma: { mean: 1, sd: 1 }, max: 0 }, []],
    [{ normal: [1, 0.1], min: 9 }, []],
    [{ norml: [1, 1] }, ["norml"]],
    // Shapes beyond what quantiles and moments are computed for.
    [{ lognormal: { median: 1, sigma: 11 } }, ["lognormal"]],
    [{ lognormal: { mean: 1e-18, sd: 1e18 } }, ["lognormal"]],
    [{ gamma: { mean: 1, sd: 40 } }, ["gamma"]],
    [{ gamma: { shape: 1e-4, scale: 1 } }, ["gamma"]],
    [{ pareto: { shape: 2, scale: 1 } }, ["pareto"]],
    [{ pareto: { mean: 3, sd: 3 } }, ["pareto"]],
    [{ pareto: { mean: 1, sd: 100 } }, ["pareto"]],
    [{ beta: [1e-3, 2] }, ["beta"]],
    [{ beta: { alpha: 2, beta: 1e9 } }, ["beta"]],
  ])("says where %j is wrong", (raw, steps) => {
    const read = readDistribution(raw, factor);
    expect(read.ok ? [] : read.problems[0].steps).toEqual(steps);
    expect(read.ok).toBe(false);
  });

  it("refuses what may leave the range of its field, and proposes how not to", () => {
    const low = readQuantity({ normal: [0.1, 0.05] }, portion);
    expect(low.ok ? "" : low.problems[0].found).toBe("a distribution that reaches from -0.138 to 0.338");
    expect(low.ok ? "" : low.problems[0].allowed).toContain(
      "add min: 0 beside the distribution, or use lognormal",
    );
    const high = readQuantity({ uniform: [0.5, 1.5] }, portion);
    expect(high.ok ? "" : high.problems[0].allowed).toContain("add max: 1 beside the distribution");
    expect(readQuantity({ normal: [0.1, 0.05], min: 0, max: 1 }, portion).ok).toBe(true);
    expect(readQuantity({ gamma: { mean: 0.3, sd: 0.2 } }, portion).ok).toBe(false);
    expect(readQuantity({ gamma: { mean: 0.03, sd: 0.02 } }, portion).ok).toBe(true);
  });

  it("reads amounts drawn anew for every claim", () => {
    const read = readAmount({ perClaim: { uniform: [0, 400] } }, amount("yuan"));
    expect(read).toEqual({ ok: true, value: { perClaim: { kind: "uniform", low: 0, high: 400 } } });
    expect(readAmount({ perClaim: 5 }, amount("yuan")).ok).toBe(false);
    expect(readAmount({ perClaim: { uniform: [0, 1] }, max: 1 }, amount("yuan")).ok).toBe(false);
  });
});

describe("reachOf", () => {
  it("goes from the 1e-6 to the 1 - 1e-6 quantile where there are no ends", () => {
    const [low, high] = reachOf({ kind: "normal", mean: 0, sd: 1 });
    expect(low).toBeCloseTo(-4.753424, 6);
    expect(high).toBeCloseTo(4.753424, 6);
  });
});
