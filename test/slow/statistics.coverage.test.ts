import seedrandom from "seedrandom";
import { describe, expect, it } from "vitest";
import { answer } from "../../src/statistics/ask/answer.ts";
import { isAsk, parseAsk } from "../../src/statistics/ask/parseAsk.ts";
import { quantile, quantileError } from "../../src/statistics/quantile.ts";
import { addToSketch, newSketch, numbers } from "../../src/statistics/sketch.ts";
import { sketchedSample } from "../../src/statistics/sketchQuantiles.ts";
import { resultsOf } from "../statistics/resultsOf.ts";

const repetitions = 2000;
const replications = 2000;

/** Costs are exponential with mean 1 and cases uniform on 0..2, correlated through one uniform in half of the replications. */
function drawColumns(random: () => number): { "total.cost": Float64Array; "total.cases": Float64Array } {
  const cost = new Float64Array(replications);
  const cases = new Float64Array(replications);
  for (let i = 0; i < replications; i++) {
    const u = random();
    cost[i] = -Math.log(1 - u);
    cases[i] = 2 * (random() < 0.5 ? u : random());
  }
  return { "total.cost": cost, "total.cases": cases };
}

/** Standard deviation of the part that is covered: 0.5 %; skewed numbers leave true coverage a little below 95 %. */
const least = 0.93 * repetitions;
const most = 0.97 * repetitions;

const questions: readonly (readonly [string, number])[] = [
  ["mean(total.cost)", 1],
  ["var(total.cost)", 1],
  ["sd(total.cost)", 1],
  ["P(total.cost > 1)", Math.exp(-1)],
  ["median(total.cost)", Math.LN2],
  ["quantile(total.cost, 0.05)", -Math.log(0.95)],
  ["quantile(total.cost, 0.95)", Math.log(20)],
  ["tailMean(total.cost, 0.8)", 1 + Math.log(5)],
  ["mean(total.cost) / mean(total.cases)", 1],
  ["mean(total.cost | total.cost < 1)", 1 - Math.exp(-1) / (1 - Math.exp(-1))],
  // E(-log(1 - u) u) = 3/4.
  ["cov(total.cost, total.cases)", 1 / 4],
  ["corr(total.cost, total.cases)", Math.sqrt(3) / 4],
  ["log(mean(exp(0 - total.cost)))", -Math.LN2],
];

describe("standard errors of answers", () => {
  const random = seedrandom("coverage of answers");
  const samples = Array.from({ length: repetitions }, () => resultsOf(drawColumns(random)));

  it.each(questions)(
    "%s is within 1.96 standard errors of the truth in 93 - 97 %% of all runs",
    (text, truth) => {
      const covered = samples.filter((results) => {
        const asked = parseAsk(text, Object.keys(results.columns));
        if (!isAsk(asked)) throw new Error(text);
        const { value, se } = answer(asked, results);
        return value !== null && se !== null && Math.abs(value - truth) <= 1.96 * se;
      });
      expect(covered.length).toBeGreaterThanOrEqual(least);
      expect(covered.length).toBeLessThanOrEqual(most);
    },
  );

  it.each(["mean(x)", "quantile(x, 0.9)", "P(x > 1)"])(
    "%s of clustered replications is within 1.96 clustered errors, and often is not within independent ones",
    (text) => {
      const truths: Readonly<Record<string, number>> = {
        "mean(x)": 0,
        "quantile(x, 0.9)": 1.281552 * Math.SQRT2,
        "P(x > 1)": 0.23975,
      };
      const blockCounts = Array(100).fill(10);
      const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
      const runs = Array.from({ length: repetitions }, () =>
        blockCounts.flatMap((count) => {
          const shared = normal();
          return Array.from({ length: count }, () => shared + normal());
        }),
      );
      const asked = parseAsk(text, ["x"]);
      if (!isAsk(asked)) throw new Error(text);
      const covered = (blocks?: readonly number[]) =>
        runs.filter((x) => {
          const { value, se } = answer(asked, resultsOf({ x }, blocks));
          return value !== null && se !== null && Math.abs(value - truths[text]) <= 1.96 * se;
        }).length;
      expect(covered(blockCounts)).toBeGreaterThanOrEqual(least);
      expect(covered(blockCounts)).toBeLessThanOrEqual(most);
      expect(covered()).toBeLessThan(0.85 * repetitions);
    },
  );
});

describe("standard errors of sketched quantiles", () => {
  it.each([
    [0.05, -Math.log(0.95)],
    [0.5, Math.LN2],
    [0.95, Math.log(20)],
  ])(
    "the quantile at %d is within 1.96 standard errors of the truth in 93 - 97 %% of all runs",
    (p, truth) => {
      const random = seedrandom(`coverage of sketches at ${p}`);
      let covered = 0;
      for (let repetition = 0; repetition < repetitions; repetition++) {
        const sketch = newSketch(1);
        const { "total.cost": cost } = drawColumns(random);
        addToSketch(sketch, 0, numbers(cost), cost.length);
        const sample = sketchedSample(sketch, 0);
        if (Math.abs(quantile(sample, p) - truth) <= 1.96 * quantileError(sample, p)) covered++;
      }
      expect(covered).toBeGreaterThanOrEqual(least);
      expect(covered).toBeLessThanOrEqual(most);
    },
  );
});
