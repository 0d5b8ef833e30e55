import type { RowCount } from "./rowCount.ts";

/** The claims of a row, and the law of an amount: its possible values in steps, and their probabilities. */
export type LatticeRow = BinomialRow | UnboundedRow;

/** A row whose members have one claim at most. */
export type BinomialRow = RowOf<Extract<RowCount, { kind: "binomial" }>>;

/** A row whose number of claims has no upper bound. */
export type UnboundedRow = RowOf<Exclude<RowCount, { kind: "binomial" }>>;

interface RowOf<Count> {
  readonly count: Count;
  readonly steps: readonly number[];
  readonly probabilities: readonly number[];
}

export function isBinomial(row: LatticeRow): row is BinomialRow {
  return row.count.kind === "binomial";
}

export function isUnbounded(row: LatticeRow): row is UnboundedRow {
  return row.count.kind !== "binomial";
}

/** The probability of an amount of 0. */
export function noAmount({ steps, probabilities }: LatticeRow): number {
  return steps.reduce((sum, step, i) => (step === 0 ? sum + probabilities[i] : sum), 0);
}

/** The sum over amounts k of k b(k) f(s - k): f with one more claim, counted as often as its size says. */
export function sizeBiased({ steps, probabilities }: LatticeRow, f: Float64Array, s: number): number {
  let sum = 0;
  for (let i = 0; i < steps.length; i++) {
    if (steps[i] <= s) sum += steps[i] * probabilities[i] * f[s - steps[i]];
  }
  return sum;
}
