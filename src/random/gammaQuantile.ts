import { poissonProbability } from "./countProbability.ts";
import { gammaLowerTail, gammaUpperTail } from "./gammaTails.ts";
import { logTailRoot } from "./logTailRoot.ts";
import { normalQuantile } from "./normalQuantile.ts";
import { stirlingError } from "./saddlePoint.ts";

/** Above this shape the start is right to a relative 1e-12, and the incomplete gamma function takes too many steps. */
const NEARLY_NORMAL = 1e8;

/** Where the start has underflowed as far as this, the power law it stands on is exact. */
const TINY = 1e-280;

/**
 * The inverse of the gamma distribution function with scale 1, to a relative 1e-13.
 *
 * Solved for ln x, whose density is log-concave. A few evaluations of the incomplete gamma function, each
 * O(sqrt(shape)): meant for what is drawn once a replication or once a year.
 *
 * Source of the start: Wilson & Hilferty, "The distribution of chi-square", PNAS 17 (1931).
 *
 * @param u strictly between 0 and 1
 * @param shape at least 1e-3; the mean and the variance of the distribution
 * @returns x >= 0 with P(X <= x) = u; increasing in u
 * @example gammaQuantile(0.5, 1) // ln 2 = 0.6931471805599453
 */
export function gammaQuantile(u: number, shape: number): number {
  if (shape > NEARLY_NORMAL) return wilsonHilferty(u, shape);
  const floor = smallGamma(u, shape);
  if (floor < TINY) return floor;
  const guess = Math.log(Math.max(floor, wilsonHilferty(u, shape)));
  const isLower = u < 0.5;
  const tailOf = isLower ? gammaLowerTail : gammaUpperTail;
  return Math.exp(
    logTailRoot(isLower ? u : 1 - u, isLower ? 1 : -1, guess, (logX) => {
      const x = Math.exp(logX);
      return { tail: tailOf(shape, x), density: shape * poissonProbability(shape, x), logSlope: shape - x };
    }),
  );
}

/** From P(X <= x) < x^shape / Gamma(shape + 1): never above the quantile, and near it for small u. */
function smallGamma(u: number, shape: number): number {
  const logGamma =
    (shape + 0.5) * Math.log(shape) - shape + 0.5 * Math.log(2 * Math.PI) + stirlingError(shape);
  return Math.exp((Math.log(u) + logGamma) / shape);
}

/** The cube root of a gamma number is nearly normal. */
function wilsonHilferty(u: number, shape: number): number {
  const root = 1 - 1 / (9 * shape) + normalQuantile(u) / (3 * Math.sqrt(shape));
  return root > 0 ? shape * root * root * root : 0;
}
