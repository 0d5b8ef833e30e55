/**
 * Special functions for tests, computed in other ways than src/random computes them: by log-gamma and Lentz's continued
 * fractions. Relative error about 1e-13 for moderate parameters; for large ones that of log-gamma, 1e-16 of its size.
 */

const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

/** ln Gamma(x) for x > 0: Stirling's series (DLMF 5.11.1), shifted to x >= 15 by the recurrence. */
export function logGamma(x: number): number {
  if (x < 15) return logGamma(x + 1) - Math.log(x);
  const r = 1 / (x * x);
  const series = (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r / 1188)))) / x;
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + series;
}

/** P(X <= x) and P(X > x) for X gamma with scale 1. */
export function gammaTails(shape: number, x: number): Tails {
  if (x <= 0) return { atMost: 0, above: 1 };
  if (x === Number.POSITIVE_INFINITY) return { atMost: 1, above: 0 };
  const scale = Math.exp(shape * Math.log(x) - x - logGamma(shape));
  if (x < shape + 1) return fromAtMost(scale * gammaSeries(shape, x));
  return fromAbove(scale / lentz(x + 1 - shape, (k) => [k * (shape - k), x + 2 * k + 1 - shape]));
}

/** 1/a + x/(a (a+1)) + x^2/(a (a+1) (a+2)) + ... */
function gammaSeries(shape: number, x: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let k = 1; term > 1e-17 * sum; k++) {
    term *= x / (shape + k);
    sum += term;
  }
  return sum;
}

/** P(X <= x) and P(X > x) for X beta(a, b); `y` is 1 - x. */
export function betaTails(a: number, b: number, x: number, y: number): Tails {
  if (x <= 0) return { atMost: 0, above: 1 };
  if (y <= 0) return { atMost: 1, above: 0 };
  const scale = Math.exp(a * Math.log(x) + b * Math.log(y) + logGamma(a + b) - logGamma(a) - logGamma(b));
  if (x < (a + 1) / (a + b + 2)) return fromAtMost(scale / (a * betaFraction(a, b, x)));
  return fromAbove(scale / (b * betaFraction(b, a, y)));
}

/** 1 + d1 / (1 + d2 / (1 + ...)), DLMF 8.17.22. */
function betaFraction(a: number, b: number, x: number): number {
  return lentz(1, (k) => {
    const m = Math.floor(k / 2);
    const d =
      k % 2 === 0
        ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
        : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    return [d, 1];
  });
}

/** P(Z <= z) and P(Z > z) for Z standard normal. */
export function normalTails(z: number): Tails {
  const { above } = gammaTails(0.5, (z * z) / 2);
  return z < 0 ? fromAtMost(above / 2) : fromAbove(above / 2);
}

/** A distribution function and what is above it, each exact where it is small. */
export interface Tails {
  readonly atMost: number;
  readonly above: number;
}

function fromAtMost(atMost: number): Tails {
  return { atMost, above: 1 - atMost };
}

function fromAbove(above: number): Tails {
  return { atMost: 1 - above, above };
}

/** b0 + a1 / (b1 + a2 / (b2 + ...)) by the modified method of Lentz. */
function lentz(b0: number, termOf: (k: number) => readonly [number, number]): number {
  const tiny = 1e-300;
  let f = b0 || tiny;
  let c = f;
  let d = 0;
  for (let k = 1; k < 1e6; k++) {
    const [a, b] = termOf(k);
    d = 1 / (b + a * d || tiny);
    c = b + a / c || tiny;
    const change = c * d;
    f *= change;
    if (Math.abs(change - 1) < 1e-15) break;
  }
  return f;
}
