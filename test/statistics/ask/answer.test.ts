import { describe, expect, it } from "vitest";
import { normalQuantile } from "../../../src/random/normalQuantile.ts";
import { answer } from "../../../src/statistics/ask/answer.ts";
import { isAsk, parseAsk } from "../../../src/statistics/ask/parseAsk.ts";
import { columnFigure } from "../../../src/statistics/columnFigure.ts";
import type { Results } from "../../../src/statistics/results.ts";
import { blockWidening, standardError } from "../../../src/statistics/standardError.ts";
import { resultsOf } from "../resultsOf.ts";

const never = Number.POSITIVE_INFINITY;
const results = resultsOf({
  "total.cost": [1, 2, 3, 6],
  "total.cases": [1, 0, 2, 1],
  "ending.year": [2020.5, never, 2021.5, never],
  "total.fee": [0.1 + 0.2, 0.3, 0.3, 0.4],
});

function ask(text: string, of: Results = results) {
  const parsed = parseAsk(text, Object.keys(of.columns));
  if (!isAsk(parsed)) throw new Error(`${text}: ${JSON.stringify(parsed)}`);
  return answer(parsed, of);
}

describe("answer", () => {
  it.each([
    ["mean(total.cost)", 3],
    ["P(total.cost > 2)", 0.5],
    ["var(total.cost)", 14 / 3],
    ["sd(total.cost)", Math.sqrt(14 / 3)],
    // Deviations -2 -1 0 3: their cubes have the mean 4.5, their fourth powers 24.5, their squares 3.5.
    ["skewness(total.cost)", 4.5 / 3.5 ** 1.5],
    ["skewness(-total.cost)", -4.5 / 3.5 ** 1.5],
    ["kurtosis(2 * total.cost + 1)", 2],
    ["median(total.cost)", 2.5],
    ["quantile(total.cost, 0.9)", 5.1],
    ["quantile(total.cost, 1)", 6],
    ["tailMean(total.cost, 0.5)", 4.5],
    ["tailMean(total.cost, 0.6)", (0.6 * 3 + 6) / 1.6],
    ["tailMean(total.cost, 0)", 3],
    // Deviations of cost -2 -1 0 3, of cases 0 -1 1 0.
    ["cov(total.cost, total.cases)", 1 / 3],
    ["cov(total.cases, total.cost)", 1 / 3],
    ["cov(total.cost, total.cost)", 14 / 3],
    ["cov(total.cost, 7)", 0],
    ["corr(total.cost, total.cases)", 1 / Math.sqrt(28)],
    ["corr(total.cost, 3 - 2 * total.cost)", -1],
    ["corr(total.cost, total.cases) * sd(total.cost) * sd(total.cases)", 1 / 3],
    ["var(total.cost - total.cases)", 14 / 3 + 2 / 3 - 2 / 3],
    ["cov(total.cost, total.cases | total.cost < 6)", 0.5],
    ["cov(total.cost, total.cases | total.cases == 1)", 0],
    ["mean(total.cost * total.cases)", 13 / 4],
    ["mean(total.cost) * mean(total.cases)", 3],
    ["mean(total.cost) / mean(total.cases)", 3],
    ["mean(max(total.cost - 2, 0))", 1.25],
    ["mean(min(total.cost, 2, 1.5))", (1 + 3 * 1.5) / 4],
    ["mean(total.cost ^ 2)", 12.5],
    ["mean(2 ^ 3 ^ 2)", 512],
    ["mean(abs(total.cost - 3))", 1.5],
    ["log(exp(sqrt(mean(total.cost) + 1)))", 2],
    ["-mean(total.cost) - -2", -1],
    ["mean(total.cost | total.cases == 1)", 3.5],
    ["P(total.cost > 2 | total.cases == 1)", 0.5],
    ["P(total.cost > 2 && total.cases > 1 || total.cost == 1)", 0.5],
    ["P(not (total.cost > 2))", 0.5],
    ["P(ending.year < 2021)", 0.25],
    ["mean(ending.year | ending.year < 2100)", 2021],
    ["1 + 2 * 3", 7],
    ["max(mean(total.cost), 5)", 5],
    ["abs(1 - mean(total.cost))", 2],
  ])("answers %s by %d", (text, value) => {
    expect(ask(text).value).toBeCloseTo(value, 12);
    expect(ask(text).ask).toBe(text);
  });

  // By hand, from influences: mean -2 -1 0 3; [x > 2] - 1/2; squares 4 1 0 9 minus 14/3 ...; sd / sqrt(4).
  it.each([
    ["mean(total.cost)", Math.sqrt(14 / 3 / 4)],
    ["2 * mean(total.cost) + 7", 2 * Math.sqrt(14 / 3 / 4)],
    ["P(total.cost > 2)", Math.sqrt(1 / 3 / 4)],
    ["var(total.cost)", Math.sqrt((0.25 + 6.25 + 12.25 + 30.25) / 3 / 4)],
    ["sd(total.cost)", Math.sqrt(49 / 3 / 4) / (2 * Math.sqrt(14 / 3))],
    // Influences of a ratio a / b: (x - 3 y) / 1 = -2, 2, -3, 3.
    ["mean(total.cost) / mean(total.cases)", Math.sqrt(26 / 3 / 4)],
    // Among replications 1 and 4, each influence twice as large: -5, 0, 0, 5.
    ["mean(total.cost | total.cases == 1)", Math.sqrt(50 / 3 / 4)],
    // Border 2: 2 + 2 max(x - 2, 0) - 4.5 = -2.5, -2.5, -0.5, 5.5.
    ["tailMean(total.cost, 0.5)", Math.sqrt((6.25 + 6.25 + 0.25 + 30.25) / 3 / 4)],
    // Products 0 1 0 0.
    ["cov(total.cost, total.cases)", Math.sqrt(0.75 / 3 / 4)],
    ["cov(total.cost, total.cost)", Math.sqrt(49 / 3 / 4)],
    // x y - r (x² + y²) / 2 in units of r / 28: -12, 60, -21, -27.
    ["corr(total.cost, total.cases)", Math.sqrt((144 + 3600 + 441 + 729) / 3 / 4) / (28 * Math.sqrt(28))],
    ["corr(total.cost, 3 - 2 * total.cost)", 0],
    // (9 + 9): a squared mean has twice the mean times its error.
    ["mean(total.cost) ^ 2", 6 * Math.sqrt(14 / 3 / 4)],
    ["log(mean(total.cost))", Math.sqrt(14 / 3 / 4) / 3],
    ["exp(mean(total.cost))", Math.exp(3) * Math.sqrt(14 / 3 / 4)],
    ["sqrt(mean(total.cost))", Math.sqrt(14 / 3 / 4) / (2 * Math.sqrt(3))],
    ["max(mean(total.cost), mean(total.cases))", Math.sqrt(14 / 3 / 4)],
    ["mean(total.cost) - mean(total.cost)", 0],
    ["7", 0],
  ])("gives %s its standard error %d", (text, se) => {
    expect(ask(text).se).toBeCloseTo(se, 12);
  });

  it("gives a quantile the error it has as a column's figure", () => {
    const values = Float64Array.from({ length: 200 }, (_, i) => (i * 7919) % 1009);
    const of = resultsOf({ x: values });
    const figure = columnFigure(values, of);
    expect(ask("quantile(x, 0.95)", of)).toEqual({
      ask: "quantile(x, 0.95)",
      value: figure?.q95,
      se: figure?.seQ95,
    });
    expect(ask("median(x)", of).se).toBe(figure?.seQ50);
  });

  it("knows skewness and kurtosis of normal numbers to sqrt(6 / n) and sqrt(24 / n)", () => {
    const n = 20_000;
    const of = resultsOf({ x: Array.from({ length: n }, (_, i) => normalQuantile((i + 0.5) / n)) });
    const [skewness, kurtosis] = [ask("skewness(x)", of), ask("kurtosis(x)", of)];
    expect(skewness.value).toBeCloseTo(0, 9);
    expect(kurtosis.value).toBeCloseTo(3, 2);
    expect((skewness.se ?? 0) / Math.sqrt(6 / n)).toBeCloseTo(1, 1);
    expect((kurtosis.se ?? 0) / Math.sqrt(24 / n)).toBeCloseTo(1, 1);
    expect(ask("skewness(2)", of).value).toBeNull();
  });

  it("takes errors from blocks where replications are clustered", () => {
    const of = resultsOf({ x: [1, 2, 3, 6] }, [2, 2]);
    expect(ask("mean(x)", of).se).toBe(standardError(Float64Array.of(1, 2, 3, 6), of));
    expect(ask("mean(x)", of).se).toBeCloseTo(1.5 * blockWidening(2), 12);
  });

  it("never calls a probability of which nothing was seen certain", () => {
    const { value, se } = ask("P(total.cost > 100)");
    expect(value).toBe(0);
    expect(se).toBeCloseTo(1.959964 / (4 + 1.959964 ** 2), 9);
    expect(ask("10 * P(total.cost < 100) - 3").se).toBeCloseTo(10 * (se ?? 0), 9);
  });

  it("takes numbers as equal that differ in their last digits only", () => {
    expect(ask("P(total.fee == 0.3)").value).toBe(0.75);
    expect(ask("P(total.fee > 0.3)").value).toBe(0.25);
    expect(ask("P(total.fee >= 0.3)").value).toBe(1);
    expect(ask("P(total.fee != 0.3)").value).toBe(0.25);
    expect(ask("P(ending.year == ending.year)").value).toBe(1);
    expect(ask("P(ending.year > 3000)").value).toBe(0.5);
  });

  it.each([
    "mean(ending.year)",
    "sd(ending.year)",
    "quantile(ending.year, 0.9)",
    "mean(total.cost) / mean(total.cases * 0)",
    "corr(total.cost, 7)",
    "corr(total.cost, total.cases | total.cases == 1)",
    "cov(total.cost, ending.year)",
    "log(0 - mean(total.cost))",
  ])("has no answer to %s", (text) => {
    expect(ask(text)).toEqual({ ask: text, value: null, se: null });
  });

  it("says where no replication meets the condition", () => {
    for (const text of [
      "mean(total.cost | total.cost > 100)",
      "1 + P(total.cost > 1 | total.cost < 0)",
      "corr(total.cost, total.cases | total.cost > 100)",
    ])
      expect(ask(text)).toEqual({ ask: text, value: null, se: null, unmet: true });
  });

  it("answers the median of endings while half of them are finite", () => {
    const of = resultsOf({ "ending.year": [2020, 2021, 2022, never] });
    expect(ask("quantile(ending.year, 0.25)", of).value).toBe(2020.75);
  });
});
