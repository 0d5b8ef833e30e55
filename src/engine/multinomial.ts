import { binomialQuantile } from "../random/binomialQuantile.ts";
import { nextUniform, type Stream } from "../random/streams.ts";

/**
 * A binomial number: how many of `count` have what each has with the given probability (any number; below 0 and not a
 * number count as 0, above 1 as 1). What is certain takes no draw.
 */
export function drawBinomial(stream: Stream, count: number, probability: number): number {
  if (count === 0 || !(probability > 0)) return 0;
  // What is left of a split is certain, but for rounding; it takes no draw, wherever the split ends.
  if (probability > 1 - 1e-12) return count;
  return binomialQuantile(nextUniform(stream), count, probability);
}

/**
 * Splits `count` at random over parts in proportion to their weights (multinomial), one binomial number after another:
 * `put` is told how many each part gets. The last part gets what the others leave.
 *
 * @param total the sum of the weights
 */
export function drawMultinomial(
  stream: Stream,
  count: number,
  weights: ArrayLike<number>,
  total: number,
  put: (part: number, count: number) => void,
): void {
  let left = count;
  let rest = total;
  for (let part = 0; part < weights.length; part++) {
    const isLast = part === weights.length - 1;
    const here = isLast ? left : drawBinomial(stream, left, weights[part] / rest);
    put(part, here);
    left -= here;
    rest -= weights[part];
  }
}
