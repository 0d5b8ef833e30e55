/** Exact probabilities of a distribution on counts: all those above 1e-30 of the largest. */
export interface CountLaw {
  readonly first: number;
  /** Of `first`, `first + 1`, ...; sum to 1. */
  readonly probabilities: Float64Array;
}

/**
 * A law from the ratios of its probabilities, P(k + 1) / P(k), outwards from its mode and divided by their sum: no factorial
 * or gamma function is involved, and the relative error is 1e-16 times the number of steps.
 *
 * @param most the largest count
 */
function fromRatios(mode: number, ratio: (k: number) => number, most: number): CountLaw {
  const above = untilTiny(most - mode, (i) => ratio(mode + i));
  const below = untilTiny(mode, (i) => 1 / ratio(mode - i - 1));
  const all = Float64Array.from([...below.reverse(), 1, ...above]);
  const sum = all.reduce((total, p) => total + p, 0);
  return { first: mode - below.length, probabilities: all.map((p) => p / sum) };
}

/** Products of the ratios, up to `most` of them. */
function untilTiny(most: number, ratio: (i: number) => number): number[] {
  const products: number[] = [];
  let product = 1;
  for (let i = 0; i < most && product > 1e-30; i++) {
    product *= ratio(i);
    products.push(product);
  }
  return products;
}

export function poissonLaw(mean: number): CountLaw {
  return fromRatios(Math.floor(mean), (k) => mean / (k + 1), Number.POSITIVE_INFINITY);
}

export function binomialLaw(n: number, p: number): CountLaw {
  const mode = Math.min(n, Math.floor((n + 1) * p));
  return fromRatios(mode, (k) => ((n - k) / (k + 1)) * (p / (1 - p)), n);
}

/** Poisson around a gamma mean; the geometric law for shape 1. */
export function negativeBinomialLaw(mean: number, shape: number): CountLaw {
  const p = mean / (mean + shape);
  const mode = Math.max(0, Math.floor(((shape - 1) * mean) / shape));
  return fromRatios(mode, (k) => ((k + shape) / (k + 1)) * p, Number.POSITIVE_INFINITY);
}

/** P(X < count), P(X <= count), P(X >= count) and P(X > count), each summed from its own end. */
export interface Sums {
  readonly below: number;
  readonly atMost: number;
  readonly orMore: number;
  readonly above: number;
}

/** Sums of a law's probabilities at every count. */
export function sumsOf({ first, probabilities }: CountLaw): (count: number) => Sums {
  const size = probabilities.length;
  const fromBelow = new Float64Array(size + 1);
  const fromAbove = new Float64Array(size + 1);
  for (let i = 0; i < size; i++) fromBelow[i + 1] = fromBelow[i] + probabilities[i];
  for (let i = size - 1; i >= 0; i--) fromAbove[i] = fromAbove[i + 1] + probabilities[i];
  const at = (i: number) => Math.min(Math.max(i, 0), size);
  return (count) => {
    const i = count - first;
    return {
      below: fromBelow[at(i)],
      atMost: fromBelow[at(i + 1)],
      orMore: fromAbove[at(i)],
      above: fromAbove[at(i + 1)],
    };
  };
}
