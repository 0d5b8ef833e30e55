import type { Estimate } from "./figure.ts";
import { z95 } from "./z95.ts";

/**
 * A probability from `successes` among `n` independent trials: value k / n, standard error sqrt(p (1 - p) / n).
 *
 * Nothing or everything succeeded: the standard error is z / (n + z²) with z = 1.96, so that the value and 1.96 standard errors
 * reach the end of the 95 % interval of Wilson (1927, JASA 22:209). Close to "three over n" halved, and never a false 0.
 *
 * @example 3 of 12: 0.25 with se 0.125; 0 of 100: 0 with se 0.018875.
 */
export function estimateProbability(successes: number, n: number): Estimate {
  const value = n === 0 ? 0 : successes / n;
  return {
    value,
    se: successes === 0 || successes === n ? unseenError(n) : Math.sqrt((value * (1 - value)) / n),
  };
}

/** Standard error of a probability of which nothing (or only its contrary) was seen in `n` trials. */
export const unseenError = (n: number): number => z95 / (n + z95 * z95);
