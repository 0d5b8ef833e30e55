import type { Estimate } from "../../src/statistics/figure.ts";

/** A figure that a law gives in closed form, beside the one that the program reports. */
export interface Comparison {
  readonly figure: string;
  readonly theory: number;
  readonly measured: Estimate;
  /** Is it one of those that the README's table shows? */
  readonly shown?: boolean;
}

/** Something that a mutual-aid plan must show, whatever its numbers are. */
export interface Phenomenon {
  /** In words. */
  readonly law: string;
  /** What the figures shown in the README's table are. */
  readonly shows: string;
  /** Simulates anew. @param effort so many times the replications of the fast tests */
  readonly compare: (effort: number) => Comparison[];
}

/** Standard errors that a measured figure may be away from what it should be. */
const most = 4;

/** What floating-point arithmetic may be off by, relatively, where nothing is random. */
const rounding = 1e-9;

/** A standard error above this part of the figure would let anything pass. */
const sureness = 0.02;

/** Comparisons in which the program contradicts the law, or is not sure enough to tell; in words. */
export function contradictions(comparisons: readonly Comparison[]): string[] {
  return comparisons.flatMap(({ figure, theory, measured: { value, se } }) => {
    const size = Math.abs(theory);
    if (!(se <= sureness * size)) return [`${figure}: ${theory}, but measured with an error of ${se}`];
    const isNear = Math.abs(value - theory) <= most * se + rounding * size;
    return isNear ? [] : [`${figure}: ${theory}, but measured ${value} ± ${se}`];
  });
}
