import type { GroupRow, Quantity } from "../../scenario/scenario.ts";

/** The law of the number of claims of a whole row in one period. */
export type RowCount =
  | { readonly kind: "binomial"; readonly trials: number; readonly probability: number }
  | { readonly kind: "poisson"; readonly mean: number }
  /** Variance mean + mean^2 / shape. */
  | { readonly kind: "negativeBinomial"; readonly mean: number; readonly shape: number };

/** The claims of all of a row's members, who claim independently: a law of the same family as each one's. */
export function rowCount({ number, claims }: GroupRow): RowCount {
  switch (claims.kind) {
    case "atMostOne":
      return { kind: "binomial", trials: number, probability: known(claims.probability) };
    case "poisson":
      return { kind: "poisson", mean: number * known(claims.mean) };
    case "geometric":
      return { kind: "negativeBinomial", mean: number * known(claims.mean), shape: number };
    case "negativeBinomial":
      return {
        kind: "negativeBinomial",
        mean: number * known(claims.mean),
        shape: number * known(claims.shape),
      };
  }
}

export function meanCount(count: RowCount): number {
  return count.kind === "binomial" ? count.trials * count.probability : count.mean;
}

export function varianceOfCount(count: RowCount): number {
  const mean = meanCount(count);
  switch (count.kind) {
    case "binomial":
      return mean * (1 - count.probability);
    case "poisson":
      return mean;
    case "negativeBinomial":
      return mean === 0 ? 0 : mean + (mean / count.shape) * mean;
  }
}

/** A number that the scenario's checks let be known only. */
export function known(quantity: Quantity): number {
  if (typeof quantity !== "number") throw new Error(`a sharing rule needs ${quantity.path} to be known`);
  return quantity;
}
