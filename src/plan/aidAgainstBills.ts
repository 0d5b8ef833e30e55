import { meanOfFunction } from "../random/meanOfFunction.ts";
import { limitedMean } from "../random/meanUpTo.ts";
import { varianceOf } from "../random/momentsOf.ts";
import type { AgainstBills } from "../scenario/perClaim.ts";

/**
 * The aid for one claim's bills: the fixed part of the limit, and of the bills beyond the deductible a portion, up to the
 * rest of the limit.
 *
 * @param bills in money, inflation included
 * @example aidFor(900, { bills, upTo: 1000, fixed: 0.2, deductible: 400, portion: 0.5 }) // 200 + min(800, 250) = 450
 */
export function aidFor(bills: number, of: AgainstBills): number {
  const beyond = bills - of.deductible;
  return beyond > 0 ? fixedAid(of) + Math.min(variableAid(of), of.portion * beyond) : fixedAid(of);
}

/** The least aid for a claim, whatever its bills are. */
export function fixedAid({ upTo, fixed }: AgainstBills): number {
  return fixed === 0 ? 0 : fixed * upTo;
}

/** The most that is paid against bills, beside the fixed aid; Infinity where there is no limit. */
export function variableAid(of: AgainstBills): number {
  return of.upTo - fixedAid(of);
}

/**
 * The mean aid for a claim. Exact, in closed form: the difference of two limited means of the bills.
 *
 * @param growth of the bills, > 0: inflation since the scenario's prices
 * @example meanAid({ bills: { kind: "uniform", low: 0, high: 4 }, upTo: 9, fixed: 0, deductible: 3, portion: 1 }, 1) // 0.125
 */
export function meanAid(of: AgainstBills, growth: number): number {
  if (of.portion === 0) return fixedAid(of);
  const [from, to] = paidBetween(of, growth);
  return fixedAid(of) + of.portion * growth * (limitedMean(of.bills, to) - limitedMean(of.bills, from));
}

/**
 * The variance of the aid for a claim, to about 1e-10 of the bills' (times portion^2), by quadrature between the kinks.
 *
 * Without a limit the square of (bills - deductible)+ is that of all the difference less that of what is below the
 * deductible: heavy tails are then left to the exact variance of the bills.
 *
 * @param growth of the bills, > 0
 */
export function varianceOfAid(of: AgainstBills, growth: number): number {
  if (of.portion === 0) return 0;
  const [from, to] = paidBetween(of, growth);
  const mean = meanAid(of, growth);
  if (to < Number.POSITIVE_INFINITY) {
    return meanOfFunction(of.bills, (bills) => square(aidFor(growth * bills, of) - mean), [from, to]);
  }
  const toMean = limitedMean(of.bills, Number.POSITIVE_INFINITY) - from;
  const below = meanOfFunction(of.bills, (bills) => square(Math.max(0, from - bills)), [from]);
  const squares = varianceOf(of.bills) + square(toMean) - below;
  return Math.max(0, square(of.portion * growth) * squares - square(mean));
}

/** The bills, at the scenario's prices, between which aid grows with them. */
function paidBetween(of: AgainstBills, growth: number): [number, number] {
  const from = of.deductible / growth;
  return [from, from + variableAid(of) / (of.portion * growth)];
}

function square(x: number): number {
  return x * x;
}
