/**
 * The two corrections of the saddle-point form of factorials: probabilities such as e^-m m^k / k! lose all digits for
 * large k when computed from logarithms of factorials, and none in this form.
 *
 * Source: Loader, "Fast and accurate computation of binomial probabilities" (2000), whose idea R's dpois and dbinom use.
 */

const LARGE = 16;
const stirlingErrorOfInteger = Float64Array.from({ length: LARGE }, (_, k) => byRecursion(k));

/**
 * What Stirling's formula leaves out: ln Gamma(x + 1) - (x ln x - x + ln(2 pi x) / 2).
 *
 * @param x any number > 0
 * @returns a number in (0, Infinity), nearly 1 / (12 x) for large x; absolute error below 2e-15
 * @example stirlingError(1) // 1 - ln(2 pi) / 2 = 0.08106146679532726
 */
export function stirlingError(x: number): number {
  if (x >= LARGE) return bySeries(x);
  return Number.isInteger(x) ? stirlingErrorOfInteger[x] : byRecursion(x);
}

/** 1/(12 x) - 1/(360 x^3) + 1/(1260 x^5) - ...; the first term left out is below 1e-17 for x >= 16. */
function bySeries(x: number): number {
  const r = 1 / (x * x);
  const series =
    1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r * (1 / 1188 - r * (691 / 360360 - r / 156)))));
  return series / x;
}

/** From Gamma(x + 2) = (x + 1) Gamma(x + 1): error(x) - error(x + 1) = (x + 1/2) ln(1 + 1/x) - 1. */
function byRecursion(x: number): number {
  let sum = 0;
  for (; x < LARGE; x++) sum += (x + 0.5) * Math.log1p(1 / x) - 1;
  return sum + bySeries(x);
}

/**
 * How unlikely a count is that differs from its mean: count ln(count / mean) + mean - count.
 *
 * @param count any number >= 0
 * @param mean any number > 0
 * @returns a number >= 0, with a relative error of about 1e-15 however near the two are
 * @example deviance(12, 10) // 0.18785868152745552
 */
export function deviance(count: number, mean: number): number {
  if (count === 0) return mean;
  const difference = count - mean;
  if (Math.abs(difference) < 0.1 * (count + mean)) return nearDeviance(count, difference, count + mean);
  return count * Math.log(count / mean) - difference;
}

/** With v = (count - mean) / (count + mean), ln(count / mean) = 2 (v + v^3 / 3 + v^5 / 5 + ...). */
function nearDeviance(count: number, difference: number, total: number): number {
  const v = difference / total;
  let sum = difference * v;
  let power = 2 * count * v;
  for (let odd = 3; ; odd += 2) {
    power *= v * v;
    const next = sum + power / odd;
    if (next === sum) return sum;
    sum = next;
  }
}
