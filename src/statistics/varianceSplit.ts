import type { Estimate } from "./figure.ts";
import { meanOf, type Sampling, standardError } from "./standardError.ts";

/** Parts of the variance of a figure, which add up to 1. */
export interface VarianceSplit {
  /** Of what befalls each member: claims and their amounts; in the exact engine also who joins, leaves and dies. */
  readonly claims: Estimate;
  /** Of what befalls all together. */
  readonly shocks: Estimate;
  /** Of the scenario's uncertain numbers. */
  readonly parameters: Estimate;
}

/** Where the variance of figures comes from, as far as it is known. */
export type VarianceSources =
  /** Claims alone vary in this plan. */
  | { readonly kind: "claims" }
  /** It was not looked into, or the run was stopped before. */
  | { readonly kind: "leftOut" }
  /** By column; null where the figure does not vary. */
  | {
      readonly kind: "split";
      /** Of which so many had partners. */
      readonly replications: number;
      readonly splits: Readonly<Record<string, VarianceSplit | null>>;
    };

export const notSplit: VarianceSources = { kind: "leftOut" };

/** One figure of some replications, and of partners that share part of their luck; replication by replication. */
export interface Partners {
  readonly own: Float64Array;
  /** Same parameters and shocks, other claims. */
  readonly otherClaims: Float64Array;
  /** Same parameters, other shocks and claims; null where there are no shocks, or no parameters. */
  readonly otherShocks: Float64Array | null;
  /** To whom all that is not owed to claims is owed where `otherShocks` is null. */
  readonly rest: "shocks" | "parameters";
}

/**
 * Splits the variance V of a figure Y = f(parameters P, shocks S, claims C), kinds of luck that are independent, from the outside in:
 *
 *     claims      E Var(Y | P, S)                      = E (Y - Y')² / 2,   Y' with other claims
 *     shocks      E Var(Y | P) - E Var(Y | P, S)       ,   E Var(Y | P) = E (Y - Y'')² / 2,   Y'' with other shocks and claims
 *     parameters  Var E(Y | P)                         = V - E Var(Y | P)
 *
 * They add up to V exactly. What kinds do only together counts with the inner one: a shock that matters only where a parameter is large
 * counts as a shock. ("Pick and freeze": Sobol' 1993; Janon et al. 2014, ESAIM P&S 18:342.) V is pooled over Y, Y', Y''. Standard errors
 * by the delta method, from blocks where replications are clustered. null where nothing varies.
 */
export function splitVariance(
  { own, otherClaims, otherShocks, rest }: Partners,
  sampling: Sampling,
): VarianceSplit | null {
  const all = otherShocks === null ? [own, otherClaims] : [own, otherClaims, otherShocks];
  const around = squaresAround(all);
  const variance = meanOf(around);
  if (!(variance > 0) || !Number.isFinite(variance)) return null;
  const partOf = (numerators: Float64Array): Estimate => {
    const value = meanOf(numerators) / variance;
    const influence = numerators.map((x, i) => (x - value * around[i]) / variance);
    return { value, se: standardError(influence, sampling) };
  };
  const none: Estimate = { value: 0, se: 0 };
  const ofClaims = halfSquares(own, otherClaims);
  const claims = partOf(ofClaims);
  if (otherShocks === null) {
    const others = partOf(difference(around, ofClaims));
    return rest === "shocks"
      ? { claims, shocks: others, parameters: none }
      : { claims, shocks: none, parameters: others };
  }
  const ofBoth = halfSquares(own, otherShocks);
  return {
    claims,
    shocks: partOf(difference(ofBoth, ofClaims)),
    parameters: partOf(difference(around, ofBoth)),
  };
}

/** Of each replication: its squared distance from the mean of all, averaged over the partners. */
function squaresAround(all: readonly Float64Array[]): Float64Array {
  const centre = all.reduce((sum, values) => sum + meanOf(values), 0) / all.length;
  return all[0].map((_, i) => all.reduce((sum, values) => sum + (values[i] - centre) ** 2, 0) / all.length);
}

const halfSquares = (one: Float64Array, other: Float64Array) => one.map((x, i) => (x - other[i]) ** 2 / 2);

const difference = (one: Float64Array, other: Float64Array) => one.map((x, i) => x - other[i]);
