import type { PublishedNumber, SameInBothEngines } from "../../scenario/scenario.ts";
import type { Ask, AskNode } from "../ask/ask.ts";

/** An entry of `published`, with its question understood. */
export type PublishedQuestion = NumberQuestion | EnginesQuestion;

/** Whether it is one about the two engines, not about a number. */
export const isOfEngines = (question: PublishedQuestion): question is EnginesQuestion => "of" in question;

export interface NumberQuestion {
  readonly entry: PublishedNumber;
  readonly ask: Ask;
}

export interface EnginesQuestion {
  readonly entry: SameInBothEngines;
  /** One number per replication. */
  readonly of: AskNode;
}

/**
 * `agrees`: within `mostErrors` standard errors of what was published (of two engines: closer than 99 % of samples of one distribution
 * are); `no answer`: nothing to compare, as no replication meets a condition or a mean is infinite.
 */
export type Verdict = "agrees" | "differs" | "no answer";

/** A published number beside ours. */
export interface NumberComparison {
  readonly kind: "number";
  readonly quantity: string;
  readonly ask: string;
  readonly source: string;
  readonly published: number;
  /** Unit of the last digit published; 0: exact. */
  readonly rounded: number;
  /** Of the published number; 0: it was calculated. */
  readonly publishedError: number;
  readonly ours: number | null;
  /** Monte Carlo standard error of ours; 0: it is the same in every replication. */
  readonly se: number | null;
  /**
   * Ours minus published, less the half unit that rounding explains, in standard errors (of ours and, where it has one, of the
   * published number). null where there is none: no answer, or no agreement though nothing is random.
   */
  readonly difference: number | null;
  readonly verdict: Verdict;
}

/** The distributions of a figure under the engine of the run and the other one. */
export interface EnginesComparison {
  readonly kind: "sameInBothEngines";
  readonly quantity: string;
  readonly figure: string;
  readonly source: string;
  /** Largest distance of the two distribution functions; null where one engine was not run. */
  readonly distance: number | null;
  /** What the distance of two samples of one distribution exceeds in one case of a hundred. */
  readonly critical: number | null;
  readonly verdict: Verdict;
}

export type Comparison = NumberComparison | EnginesComparison;

/** Published numbers further off than this many standard errors differ: by chance, one in 16,000 would. */
export const mostErrors = 4;
