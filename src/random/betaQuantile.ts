import { betaLowerTail } from "./betaTails.ts";
import { binomialProbability } from "./countProbability.ts";
import { logTailRoot } from "./logTailRoot.ts";
import { normalQuantile } from "./normalQuantile.ts";

/**
 * The inverse of the beta distribution function, to a relative 1e-12 (fewer digits in tails below 1e-8 if a or b is
 * below 0.1).
 *
 * Solved for ln(x / (1 - x)), whose density is log-concave. A few evaluations of the incomplete beta function: meant
 * for what is drawn once a replication.
 *
 * @param u strictly between 0 and 1
 * @param a,b in [1e-2, 1e8]; the mean is a / (a + b)
 * @returns x in [0, 1] with P(X <= x) = u; increasing in u; 0 or 1 where no number is nearer
 * @example betaQuantile(0.26171875, 2, 3) // 0.25
 */
export function betaQuantile(u: number, a: number, b: number): number {
  const guess = Math.log(a / b) + normalQuantile(u) * Math.sqrt(1 / a + 1 / b);
  const isLower = u < 0.5;
  const logit = logTailRoot(isLower ? u : 1 - u, isLower ? 1 : -1, guess, (t) => {
    const x = share(t);
    const y = share(-t);
    return {
      tail: isLower ? betaLowerTail(a, b, x, y) : betaLowerTail(b, a, y, x),
      density: ((a * b) / (a + b)) * binomialProbability(a, b, x, y),
      logSlope: a * y - b * x,
    };
  });
  return share(logit);
}

/** e^t / (1 + e^t) */
function share(t: number): number {
  return 1 / (1 + Math.exp(-t));
}
