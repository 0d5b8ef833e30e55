import { deviance, stirlingError } from "./saddlePoint.ts";

/**
 * The Poisson probability e^-mean mean^count / Gamma(count + 1), to a relative 1e-14.
 *
 * @param count any number >= 0; not only integers, as the gamma density is made of it too
 * @param mean any number >= 0
 * @example poissonProbability(3, 2) // 0.1804470443154836
 */
export function poissonProbability(count: number, mean: number): number {
  if (mean === 0) return count === 0 ? 1 : 0;
  if (count === 0) return Math.exp(-mean);
  return Math.exp(-stirlingError(count) - deviance(count, mean)) / Math.sqrt(2 * Math.PI * count);
}

/**
 * The binomial probability of `successes` and `failures`, Gamma(n + 1) / (Gamma(s + 1) Gamma(f + 1)) p^s q^f with
 * n = s + f, to a relative 1e-14.
 *
 * @param successes,failures any numbers >= 0; not only integers, as the beta density is made of it too
 * @param p the probability of a success, in (0, 1)
 * @param q the probability of a failure, 1 - p: given, so that it is exact even if p is close to 1
 * @example binomialProbability(1, 2, 0.25, 0.75) // 0.421875
 */
export function binomialProbability(successes: number, failures: number, p: number, q: number): number {
  if (successes === 0) return Math.exp(failures * logOfPart(q, p));
  if (failures === 0) return Math.exp(successes * logOfPart(p, q));
  const n = successes + failures;
  const exponent =
    stirlingError(n) -
    stirlingError(successes) -
    stirlingError(failures) -
    deviance(successes, n * p) -
    deviance(failures, n * q);
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * successes * failures));
}

/** ln(part), from whichever of the part and the rest, 1 - part, is the smaller and so the more exact. */
function logOfPart(part: number, rest: number): number {
  return rest < part ? Math.log1p(-rest) : Math.log(part);
}
