import { betaLowerTail } from "./betaTails.ts";
import { countExpansion, countExpansionError } from "./countExpansion.ts";
import { RECIPROCALS, SEARCHED_BELOW, SEARCHED_TAIL } from "./countSearch.ts";
import { normalQuantile } from "./normalQuantile.ts";
import { settleCount } from "./settleCount.ts";

/**
 * The inverse of the binomial distribution function: the smallest count k with P(X <= k) >= u.
 *
 * Exact, unless u is as near to a step of the distribution function as the function itself can be computed (about a
 * relative 1e-14 in the nearer tail, 1e-11 for n = 1e9). A larger u, n or p never gives a smaller count.
 *
 * Few expected successes or failures: probabilities are added up from 0. Otherwise an expansion in powers of 1 / sd
 * about the normal quantile, whose integer part is the count unless it is so near an integer that the error of the
 * expansion matters; only then the distribution function is evaluated.
 *
 * Source of the idea: Giles & Beentjes, "Approximation of an inverse of the incomplete beta function", ICMS (2024),
 * after Giles's Algorithm 955 for the Poisson distribution.
 *
 * @param u strictly between 0 and 1
 * @param n number of trials, an integer in [0, 1e9]
 * @param p probability of success in [0, 1]
 * @returns an integer in [0, n]
 * @example binomialQuantile(0.5, 100, 0.2) // 20
 */
export function binomialQuantile(u: number, n: number, p: number): number {
  if (u <= 1 - n * p) return 0; // as (1 - p)^n >= 1 - n p
  const q = 1 - p;
  if (n * Math.min(p, q) >= SEARCHED_BELOW) return expand(u, n, p, q);
  return p <= q ? searchSuccesses(u, n, p, q) : searchFailures(u, n, p, q);
}

function searchSuccesses(u: number, n: number, p: number, q: number): number {
  return 1 - u < SEARCHED_TAIL ? settle(u, n, p, q, Math.ceil(n * p)) : search(u, n, p, q);
}

/** P(successes <= k) >= u where P(failures <= n - k - 1) <= 1 - u. */
function searchFailures(u: number, n: number, p: number, q: number): number {
  return u < SEARCHED_TAIL ? settle(u, n, p, q, Math.floor(n * p)) : n - search(1 - u, n, q, p);
}

function search(u: number, n: number, p: number, q: number): number {
  const odds = p / q;
  let count = 0;
  let probability = Math.exp(n * logOfRest(p));
  let sum = probability;
  while (sum < u) {
    probability *= (n - count) * odds * RECIPROCALS[count + 1];
    sum += probability;
    count++;
  }
  return count;
}

/** ln(1 - p); for small p by its series in z = p / (2 - p), leaving out z^12 / 13: much faster than log1p. */
function logOfRest(p: number): number {
  if (p > 1 / 16) return Math.log1p(-p);
  const z = p / (2 - p);
  const zz = z * z;
  return -2 * z * (1 + zz * (1 / 3 + zz * (1 / 5 + zz * (1 / 7 + zz * (1 / 9 + zz * (1 / 11))))));
}

function expand(u: number, n: number, p: number, q: number): number {
  const w = normalQuantile(u);
  const mean = n * p;
  const sd = Math.sqrt(mean * q);
  const x = countExpansion(w, mean, sd, q - p, p * q);
  const error = countExpansionError(w, mean, sd);
  const count = Math.floor(x - error);
  return count === Math.floor(x + error) ? count : settle(u, n, p, q, Math.floor(x));
}

/** P(X <= k) is the probability that a beta(n - k, k + 1) number is at most q. */
function settle(u: number, n: number, p: number, q: number, guess: number): number {
  return settleCount(u, Math.min(guess, n), {
    atMost: (count) => (count >= n ? 1 : betaLowerTail(n - count, count + 1, q, p)),
    above: (count) => (count >= n ? 0 : betaLowerTail(count + 1, n - count, p, q)),
  });
}
