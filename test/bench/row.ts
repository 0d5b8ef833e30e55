import type { Spread } from "./spread.ts";
import type { Target } from "./target.ts";

/** One side's figure. */
export interface Side {
  readonly name: string;
  readonly value: Spread;
  readonly unit: string;
}

/** Medians of one side, in the units of the targets. */
export interface Speed {
  readonly nanosecondsPerCellStep: number;
  readonly apportionmentsPerSecond: number;
}

/** A line of the table: one comparison. */
export interface Row {
  /** Names it in `--only` and in the baseline. */
  readonly name: string;
  readonly what: string;
  readonly ours: Side;
  readonly peer: Side;
  /** What a faster or slower machine does not change, and what the baseline keeps. */
  readonly ratio: Spread;
  /** Whether a larger ratio is better or worse. */
  readonly better: "smaller" | "larger";
  /** What the target is about: the ratio, or our figure. */
  readonly judged: "ratio" | "ours";
  readonly target: Target;
  /** Of both sides, where both simulate. */
  readonly speeds: { readonly ours: Speed; readonly peer: Speed } | null;
  /** Further numbers worth keeping, for the JSON file. */
  readonly details: Readonly<Record<string, number>>;
}

/** What could not be measured, and how to get what is missing. */
export interface Absent {
  readonly name: string;
  readonly what: string;
  readonly why: string;
}

/** What a comparison came to. */
export interface Measurements {
  readonly rows: readonly Row[];
  readonly absent: readonly Absent[];
}
