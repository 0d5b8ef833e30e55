import type { Algebra, ClaimsLaw } from "./algebra.ts";
import type { AmountLaw } from "./amountLaw.ts";

export interface Moments {
  readonly mean: number;
  readonly variance: number;
}

const nothing: Moments = { mean: 0, variance: 0 };

/** Mean and variance of amounts, their sums and choices. */
export function momentsAlgebra(payments: readonly AmountLaw[]): Algebra<Moments> {
  return { nothing, payments, choice, sum, counted, times };
}

/** The variance of a mixture: that within and that between. */
export function choice(of: readonly (readonly [number, Moments])[]): Moments {
  let mean = 0;
  for (const [part, each] of of) mean += part * each.mean;
  let variance = 0;
  for (const [part, each] of of) variance += part * (each.variance + (each.mean - mean) * (each.mean - mean));
  return { mean, variance };
}

export function sum(a: Moments, b: Moments): Moments {
  return { mean: a.mean + b.mean, variance: a.variance + b.variance };
}

/** E[N] Var[X] + Var[N] E[X]^2. */
function counted(law: ClaimsLaw, mean: number, claim: Moments): Moments {
  const ofNumber = varianceOfNumber(law, mean);
  return { mean: mean * claim.mean, variance: mean * claim.variance + ofNumber * claim.mean * claim.mean };
}

function varianceOfNumber(law: ClaimsLaw, mean: number): number {
  switch (law.kind) {
    case "atMostOne":
      return mean * (1 - mean);
    case "poisson":
      return mean;
    case "negativeBinomial":
      return mean + (mean * mean) / law.shape;
  }
}

function times(of: Moments, persons: number): Moments {
  return { mean: persons * of.mean, variance: persons * of.variance };
}
