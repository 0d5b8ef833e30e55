/**
 * A distribution of real numbers as plain data: what a scenario says about an uncertain number, a shock or an amount.
 *
 * `quantile` draws from it, `meanOf`, `varianceOf` and `supportOf` describe it. The ranges below are assumed, not
 * checked: whoever reads a distribution from outside checks them.
 */
export type Distribution =
  | { readonly kind: "constant"; readonly value: number }
  /** sd >= 0 */
  | { readonly kind: "normal"; readonly mean: number; readonly sd: number }
  /** ln X is normal with mean ln(median) and standard deviation sigma; median > 0, sigma >= 0 */
  | { readonly kind: "lognormal"; readonly median: number; readonly sigma: number }
  /** low <= high */
  | { readonly kind: "uniform"; readonly low: number; readonly high: number }
  /** low <= mode <= high */
  | { readonly kind: "triangular"; readonly low: number; readonly mode: number; readonly high: number }
  /** low + (high - low) B, B in (0, 1) with density ~ x^(alpha - 1) (1 - x)^(beta - 1); alpha, beta > 0 */
  | {
      readonly kind: "beta";
      readonly alpha: number;
      readonly beta: number;
      readonly low: number;
      readonly high: number;
    }
  /** mean shape scale, variance shape scale^2; shape, scale > 0 */
  | { readonly kind: "gamma"; readonly shape: number; readonly scale: number }
  /** P(X > x) = (1 + x / scale)^-shape, from 0 on (also called Lomax); scale > 0, shape > 2, so that there is a variance */
  | { readonly kind: "pareto"; readonly shape: number; readonly scale: number }
  /** values ascending; as many probabilities, each >= 0, with sum 1 */
  | {
      readonly kind: "discrete";
      readonly values: readonly number[];
      readonly probabilities: readonly number[];
    }
  /** `of`, given that it lies in [min, max], which must have a probability > 0; min and max may be infinite */
  | { readonly kind: "truncated"; readonly of: Distribution; readonly min: number; readonly max: number };

/** One kind of distribution, e.g. `DistributionOf<"gamma">`. */
export type DistributionOf<Kind extends Distribution["kind"]> = Extract<
  Distribution,
  { readonly kind: Kind }
>;
