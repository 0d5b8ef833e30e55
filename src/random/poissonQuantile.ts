import { countExpansion, countExpansionError } from "./countExpansion.ts";
import { RECIPROCALS, SEARCHED_BELOW, SEARCHED_TAIL } from "./countSearch.ts";
import { gammaLowerTail, gammaUpperTail } from "./gammaTails.ts";
import { normalQuantile } from "./normalQuantile.ts";
import { settleCount } from "./settleCount.ts";

/**
 * The inverse of the Poisson distribution function: the smallest count k with P(X <= k) >= u.
 *
 * Exact, unless u is as near to a step of the distribution function as the function itself can be computed (about a
 * relative 1e-14 in the nearer tail). One uniform gives one count, and a larger uniform or mean never a smaller count,
 * so two scenarios that draw with the same uniforms see the same luck.
 *
 * Small means: probabilities are added up from 0. Others: an expansion in powers of 1 / sqrt(mean) about the normal
 * quantile gives a real number x whose integer part is the count, unless x is so near an integer that the error of
 * the expansion matters; only then the distribution function is evaluated.
 *
 * Source of the idea: Giles, "Algorithm 955: approximation of the inverse Poisson cumulative distribution function",
 * ACM TOMS 42:1 (2016).
 *
 * @param u strictly between 0 and 1
 * @param mean in [0, 1e9]
 * @returns an integer >= 0; 0 for mean 0
 * @example poissonQuantile(0.5, 100) // 100
 */
export function poissonQuantile(u: number, mean: number): number {
  if (u <= 1 - mean) return 0; // as e^-mean > 1 - mean
  return mean < SEARCHED_BELOW ? search(u, mean) : expand(u, mean);
}

function search(u: number, mean: number): number {
  if (1 - u < SEARCHED_TAIL) return settle(u, mean, Math.ceil(mean));
  let count = 0;
  let probability = Math.exp(-mean);
  let sum = probability;
  while (sum < u) {
    count++;
    probability *= mean * RECIPROCALS[count];
    sum += probability;
  }
  return count;
}

function expand(u: number, mean: number): number {
  const w = normalQuantile(u);
  const sd = Math.sqrt(mean);
  const x = countExpansion(w, mean, sd, 1, 0);
  const error = countExpansionError(w, mean, sd);
  const count = Math.floor(x - error);
  return count === Math.floor(x + error) ? count : settle(u, mean, Math.floor(x));
}

/** P(X <= k) is the probability that a gamma number of shape k + 1 exceeds the mean. */
function settle(u: number, mean: number, guess: number): number {
  return settleCount(u, guess, {
    atMost: (count) => gammaUpperTail(count + 1, mean),
    above: (count) => gammaLowerTail(count + 1, mean),
  });
}
