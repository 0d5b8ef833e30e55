import { fixedAid, meanAid, variableAid, varianceOfAid } from "../plan/aidAgainstBills.ts";
import { limitedMean } from "../random/meanUpTo.ts";
import { meanOf, varianceOf } from "../random/momentsOf.ts";
import { type AgainstBills, isAgainstBills, type PerClaim } from "../scenario/perClaim.ts";

/** The law of what one claim costs, >= 0. */
export interface AmountLaw {
  readonly mean: number;
  readonly variance: number;
  /** The single values it takes with their probabilities; null where it takes others. */
  readonly values: readonly (readonly [number, number])[] | null;
  /** The mean of min(amount, limit). */
  readonly limitedMean: (limit: number) => number;
}

/**
 * The law of an amount, as a multiple.
 *
 * @param growth of amounts, or of bills where aid is paid against them
 * @param factor what every amount is multiplied by after that
 * @example amountLaw(300_000, 1, 1.08).mean // 324_000
 */
export function amountLaw(
  amount: number | PerClaim | AgainstBills,
  growth: number,
  factor: number,
): AmountLaw {
  if (typeof amount === "number") return ofValues([[amount * growth * factor, 1]]);
  if (isAgainstBills(amount)) return ofBills(amount, growth, factor);
  const { perClaim } = amount;
  const scale = growth * factor;
  if (perClaim.kind === "constant") return ofValues([[perClaim.value * scale, 1]]);
  if (perClaim.kind === "discrete")
    return ofValues(perClaim.values.map((value, i) => [value * scale, perClaim.probabilities[i]] as const));
  return {
    mean: scale * meanOf(perClaim),
    variance: scale * scale * varianceOf(perClaim),
    values: null,
    limitedMean: (limit) => (scale === 0 ? 0 : scale * limitedMean(perClaim, limit / scale)),
  };
}

function ofValues(values: readonly (readonly [number, number])[]): AmountLaw {
  const possible = values.filter(([, probability]) => probability > 0);
  const meanOfValues = (of: (value: number) => number) =>
    possible.reduce((sum, [value, probability]) => sum + probability * of(value), 0);
  const mean = meanOfValues((value) => value);
  return {
    mean,
    variance: meanOfValues((value) => (value - mean) * (value - mean)),
    values: possible,
    limitedMean: (limit) => meanOfValues((value) => Math.min(value, limit)),
  };
}

/** Aid grows with the bills between the deductible and where the limit is reached. */
function ofBills(of: AgainstBills, growth: number, factor: number): AmountLaw {
  const fixed = fixedAid(of);
  const from = of.deductible / growth;
  const below = limitedMean(of.bills, from);
  const limited = (limit: number): number => {
    const beyond = Math.min(limit - fixed, variableAid(of));
    if (beyond <= 0 || of.portion === 0) return Math.min(limit, fixed);
    return (
      fixed + of.portion * growth * (limitedMean(of.bills, from + beyond / (of.portion * growth)) - below)
    );
  };
  return {
    mean: factor * meanAid(of, growth),
    variance: factor * factor * varianceOfAid(of, growth),
    values: null,
    limitedMean: (limit) => (factor === 0 ? 0 : factor * limited(limit / factor)),
  };
}
