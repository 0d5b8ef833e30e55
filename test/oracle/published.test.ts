import { describe, expect, it } from "vitest";
import { type ExactFigure, exactFigures } from "../../src/oracle/exactFigures.ts";
import {
  type LossDistribution,
  probabilityAbove,
  quantileOf,
  stopLoss,
  tailMean,
} from "../../src/oracle/lossDistribution.ts";
import { planOf } from "../engine/runs.ts";

const onePeriod = `
title: published
seed: published
replications: 2
calendar: { from: 2020-01-01, periods: 1, settle: { every: 1 year } }`;

function figureOf(yaml: string, name: string): ExactFigure {
  const found = exactFigures(planOf(`${onePeriod}${yaml}`)).figures.find((figure) => figure.name === name);
  if (!found) throw new Error(`nothing is known of ${name}`);
  return found;
}

function distributionOf(yaml: string, name = "total.cost"): LossDistribution {
  const { distribution } = figureOf(yaml, name);
  if (distribution === null) throw new Error(`the distribution of ${name} is not known`);
  return distribution;
}

// Frees et al., Loss Data Analytics, examples 5.2.1 and 5.2.3.
describe("two classes with uniform amounts", () => {
  const yaml = `
group:
  - { class: A, number: 100, claimProbability: 5 %, benefit: { perClaim: { uniform: [0, 400] } }, endsMembership: false }
  - { class: B, number: 200, claimProbability: 6 %, benefit: { perClaim: { uniform: [0, 300] } }, endsMembership: false }`;

  it("have the published mean and variance", () => {
    const { mean, sd } = figureOf(yaml, "total.cost");
    expect(mean).toBeCloseTo(2800, 9);
    expect((sd ?? 0) ** 2).toBeCloseTo(600_466.67, 1);
  });

  it("have the published share", () => {
    const { mean, sd } = figureOf(yaml, "total.share");
    expect([mean, sd ?? 0]).toEqual([expect.closeTo(9.3333, 4), expect.closeTo(2.58299, 5)]);
  });

  it("have the published tail and quantiles", () => {
    const cost = distributionOf(yaml);
    expect(probabilityAbove(cost, 3500)).toBeCloseTo(0.18084, 4);
    expect(quantileOf(cost, 0.95)).toBeCloseTo(4140, 0);
    expect(quantileOf(cost, 0.99)).toBeCloseTo(4770, 0);
  });

  it("leave the published amounts beyond a cap", () => {
    const cost = distributionOf(yaml);
    const beyond = [3000, 3600, 4500].map((limit) => stopLoss(cost, limit));
    [223.25, 69.88, 7.283].forEach((published, i) => {
      expect(Math.abs(beyond[i] / published - 1)).toBeLessThan(5e-4);
    });
  });
});

describe("two classes with fixed amounts", () => {
  const yaml = `
group:
  - { class: A, number: 100, claimProbability: 5 %, benefit: 400, endsMembership: false }
  - { class: B, number: 200, claimProbability: 6 %, benefit: 300, endsMembership: false }`;

  it("have the published mean, variance and tail", () => {
    const { mean, sd } = figureOf(yaml, "total.cost");
    expect([mean, (sd ?? 0) ** 2]).toEqual([expect.closeTo(5600, 9), expect.closeTo(1_775_200, 6)]);
    expect(probabilityAbove(distributionOf(yaml), 7000)).toBeCloseTo(0.13967, 5);
  });
});

// Frees et al., Loss Data Analytics, examples 5.3.6 and 5.3.7.
it("a geometric number of claims has the published stop-loss premiums", () => {
  const cost = distributionOf(`
group:
  - { class: all, number: 1, claims: { geometric: 2 }, benefit: { perClaim: { discrete: { 5: 0.2, 10: 0.3, 20: 0.5 } } }, endsMembership: false }`);
  const premiums = [0, 5, 10, 15].map((limit) => stopLoss(cost, limit));
  expect(premiums.map((premium) => Number(premium.toFixed(3)))).toEqual([28, 24.667, 21.556, 18.807]);
});

// The vignette "Risk and ruin theory" of the R package actuar.
describe("a Poisson number of gamma amounts", () => {
  const yaml = `
group:
  - { class: all, number: 1, claims: { poisson: 10 }, benefit: { perClaim: { gamma: { shape: 2, scale: 1 } } }, endsMembership: false }`;
  const cost = distributionOf(yaml);

  it("has the published mean and standard deviation", () => {
    const { mean, sd } = figureOf(yaml, "total.cost");
    expect([mean, sd ?? 0]).toEqual([expect.closeTo(20, 9), expect.closeTo(7.745967, 6)]);
  });

  it("has the published quantiles", () => {
    [19.328, 30.296, 33.794, 40.812].forEach((published, i) => {
      expect(quantileOf(cost, [0.5, 0.9, 0.95, 0.99][i])).toBeCloseTo(published, 2);
    });
  });

  it("has the published tail means", () => {
    [34.996, 38.114, 44.581].forEach((published, i) => {
      expect(tailMean(cost, [0.9, 0.95, 0.99][i])).toBeCloseTo(published, 2);
    });
  });
});
