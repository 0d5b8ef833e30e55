import type { AggregateName } from "./aggregates.ts";
import type { OperationName } from "./operations.ts";

/** A question about the distribution over replications, understood: `mean(max(total.cost - 10, 0))`. */
export interface Ask {
  /** As it was written. */
  readonly text: string;
  readonly root: AskNode;
}

export type AskNode =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "column"; readonly name: string }
  | { readonly kind: "operation"; readonly name: OperationName; readonly of: readonly AskNode[] }
  | Aggregate;

/** Something over all replications, or over those for which `given` holds. */
export interface Aggregate {
  readonly kind: "aggregate";
  readonly name: AggregateName;
  readonly of: AskNode;
  /** The second expression of `cov` and `corr`; null for others. */
  readonly and: AskNode | null;
  /** The p of quantiles and tail means; null for others. */
  readonly p: number | null;
  readonly given: AskNode | null;
}

/** Something to change in a question: data for a person. */
export interface AskMistake {
  /** Character of the text, from 1 on. */
  readonly position: number;
  readonly found: string;
  readonly allowed: string;
  /** The nearest right word, if one is near. */
  readonly nearest?: string;
}
