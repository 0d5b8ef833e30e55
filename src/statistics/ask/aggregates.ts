import { quantileInfluence } from "../columnFigure.ts";
import { unseenError } from "../estimateProbability.ts";
import { quantile, sortedSample } from "../quantile.ts";
import { meanOf, sumOfSquares } from "../standardError.ts";

/**
 * A statistic of n values, and how it depends on each: the influence of a value is n times what the statistic would change
 * if it had a little more weight, so that the standard error is sd(influence) / sqrt(n), and errors go through any
 * smooth formula by the chain rule (the infinitesimal jackknife; Efron & Tibshirani 1993, ch. 21-22).
 */
export interface Statistic {
  readonly value: number;
  readonly influence: Float64Array;
  /** Standard error that influences cannot show: of a probability of which nothing was seen. */
  readonly unseen: number;
}

type AggregateOf = (values: Float64Array, p: number) => Statistic;

const statistic = (value: number, influence: Float64Array): Statistic => ({ value, influence, unseen: 0 });

/** Part of the replications for which a condition (1 or 0) holds. */
const probability: AggregateOf = (values) => {
  const { value, influence } = mean(values, 0);
  return { value, influence, unseen: value === 0 || value === 1 ? unseenError(values.length) : 0 };
};

const mean: AggregateOf = (values) => {
  const value = meanOf(values);
  return statistic(
    value,
    values.map((x) => x - value),
  );
};

/** Sample variance, divided by n - 1; influence (x - mean)² - variance, so its error holds for any shape of distribution. */
const variance: AggregateOf = (values) => {
  const centre = meanOf(values);
  const value = values.length < 2 ? 0 : sumOfSquares(values, centre) / (values.length - 1);
  return statistic(
    value,
    values.map((x) => (x - centre) ** 2 - value),
  );
};

const standardDeviation: AggregateOf = (values) => {
  const { value, influence } = variance(values, 0);
  const sd = Math.sqrt(value);
  return statistic(sd, sd === 0 ? influence.fill(0) : influence.map((x) => x / (2 * sd)));
};

const quantileAt: AggregateOf = (values, p) => {
  const sample = sortedSample(values);
  return statistic(quantile(sample, p), quantileInfluence(values, sample, p));
};

/**
 * Mean of the largest 1 - p: q + mean(max(x - q, 0)) / (1 - p) with q the ceil(n p)-th smallest value, which counts the value
 * on the border by the right part (Rockafellar & Uryasev 2000, Journal of Risk 2:21; Acerbi & Tasche 2002).
 */
const tailMean: AggregateOf = (values, p) => {
  const { sorted } = sortedSample(values);
  const border = sorted[Math.max(0, Math.ceil(values.length * p - 1e-9) - 1)];
  const value = border + meanOf(values.map((x) => Math.max(x - border, 0))) / (1 - p);
  return statistic(
    value,
    values.map((x) => border + Math.max(x - border, 0) / (1 - p) - value),
  );
};

/** What can be asked over all replications. `takes`: conditions or numbers; `p`: whether a second argument, between 0 and 1, is needed. */
export const aggregates = {
  P: { takes: "truth", p: false, of: probability },
  mean: { takes: "number", p: false, of: mean },
  sd: { takes: "number", p: false, of: standardDeviation },
  var: { takes: "number", p: false, of: variance },
  median: { takes: "number", p: false, of: (values: Float64Array) => quantileAt(values, 0.5) },
  quantile: { takes: "number", p: true, of: quantileAt },
  tailMean: { takes: "number", p: true, of: tailMean },
} as const satisfies Record<string, { takes: "truth" | "number"; p: boolean; of: AggregateOf }>;

export type AggregateName = keyof typeof aggregates;

export const isAggregate = (name: string): name is AggregateName => Object.hasOwn(aggregates, name);
