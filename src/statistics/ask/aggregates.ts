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

/** What an aggregate is told: the values of its first expression, its p, and the values of its second. */
export type AggregateOf = (values: Float64Array, p: number, others: Float64Array) => Statistic;

const none = new Float64Array(0);

const statistic = (value: number, influence: Float64Array): Statistic => ({ value, influence, unseen: 0 });

/** Part of the replications for which a condition (1 or 0) holds. */
const probability: AggregateOf = (values) => {
  const { value, influence } = mean(values, 0, none);
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
  const { value, influence } = variance(values, 0, none);
  const sd = Math.sqrt(value);
  return statistic(sd, sd === 0 ? influence.fill(0) : influence.map((x) => x / (2 * sd)));
};

/**
 * Central moment over a power of the standard deviation: with z = (x - mean) / sd and g, k the means of z³ and z⁴, the influences are
 * z³ - g - 3 z - 3/2 g (z² - 1) and z⁴ - k - 4 g z - 2 k (z² - 1). Not a number where nothing varies.
 *
 * @example of normal numbers the standard errors are sqrt(6 / n) and sqrt(24 / n).
 */
const skewness: AggregateOf = (values) => {
  const z = standardised(values);
  const value = meanOf(z.map((x) => x ** 3));
  return statistic(
    value,
    z.map((x) => x ** 3 - value - 3 * x - 1.5 * value * (x * x - 1)),
  );
};

/** The same of the fourth power: 3 for normal numbers. */
const kurtosis: AggregateOf = (values) => {
  const z = standardised(values);
  const value = meanOf(z.map((x) => x ** 4));
  const skew = meanOf(z.map((x) => x ** 3));
  return statistic(
    value,
    z.map((x) => x ** 4 - value - 4 * skew * x - 2 * value * (x * x - 1)),
  );
};

/** Less their mean, over their standard deviation (with divisor n). */
function standardised(values: Float64Array): Float64Array {
  const centre = meanOf(values);
  const sd = Math.sqrt(sumOfSquares(values, centre) / values.length);
  return values.map((x) => (x - centre) / sd);
}

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

/** Sample covariance, divided by n - 1; influence (x - mean of x) (y - mean of y) - covariance, for any shape of distribution. */
const covariance: AggregateOf = (values, _, others) => {
  const centre = meanOf(values);
  const other = meanOf(others);
  const products = values.map((x, i) => (x - centre) * (others[i] - other));
  const value = values.length < 2 ? 0 : (meanOf(products) * values.length) / (values.length - 1);
  return statistic(
    value,
    products.map((product) => product - value),
  );
};

/**
 * Correlation r; the influence of (x, y), each less its mean and over its standard deviation, is x y - r (x² + y²) / 2
 * (Devlin, Gnanadesikan & Kettenring 1975, Biometrika 62:531). Not a number where one of both does not vary.
 *
 * @example of normal numbers the standard error is (1 - r²) / sqrt(n).
 */
const correlation: AggregateOf = (values, _, others) => {
  const { value: together, influence } = covariance(values, 0, others);
  const ofOne = variance(values, 0, none);
  const ofOther = variance(others, 0, none);
  const scale = Math.sqrt(ofOne.value * ofOther.value);
  const value = together / scale;
  return statistic(
    value,
    influence.map((x, i) => {
      const alongOne = ofOne.influence[i] / ofOne.value;
      const alongOther = ofOther.influence[i] / ofOther.value;
      return x / scale - (value * (alongOne + alongOther)) / 2;
    }),
  );
};

interface AggregateKind {
  /** Conditions or numbers, in how many expressions. */
  readonly takes: "truth" | "number";
  readonly expressions: 1 | 2;
  /** Whether an argument between 0 and 1 comes after them. */
  readonly p: boolean;
  readonly of: AggregateOf;
}

const ofNumbers = (of: AggregateOf) => ({ takes: "number", expressions: 1, p: false, of }) as const;
const atP = (of: AggregateOf) => ({ takes: "number", expressions: 1, p: true, of }) as const;
const ofTwo = (of: AggregateOf) => ({ takes: "number", expressions: 2, p: false, of }) as const;

/** What can be asked over all replications. */
export const aggregates = {
  P: { takes: "truth", expressions: 1, p: false, of: probability },
  mean: ofNumbers(mean),
  sd: ofNumbers(standardDeviation),
  var: ofNumbers(variance),
  skewness: ofNumbers(skewness),
  kurtosis: ofNumbers(kurtosis),
  median: ofNumbers((values) => quantileAt(values, 0.5, none)),
  quantile: atP(quantileAt),
  tailMean: atP(tailMean),
  cov: ofTwo(covariance),
  corr: ofTwo(correlation),
} as const satisfies Record<string, AggregateKind>;

export type AggregateName = keyof typeof aggregates;

export const isAggregate = (name: string): name is AggregateName => Object.hasOwn(aggregates, name);
