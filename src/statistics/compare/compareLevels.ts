import { areEqual } from "../ask/operations.ts";
import { unseenError } from "../estimateProbability.ts";
import type { Estimate } from "../figure.ts";
import { meanOf, type Sampling, standardError } from "../standardError.ts";
import type { Drawn } from "./compareMeans.ts";

/** How often one run has less than another. */
export interface ComparedLevels {
  readonly less: Estimate;
  /** Equal up to 1e-9 of their size, as sums of money are rounded in their last digits. */
  readonly equal: Estimate;
}

/**
 * The probability that `a` is below `b`: in pairs the part of the replications in which it is; apart, that of two histories
 * that have nothing to do with each other, over all pairs of replications (Mann & Whitney 1947; its error as DeLong et al. 1988 have it).
 *
 * @param together how the pairs hang together; null: the two runs have luck of their own
 */
export function compareLevels(a: Drawn, b: Drawn, together: Sampling | null): ComparedLevels {
  return together === null ? apart(a, b) : inPairs(a.values, b.values, together);
}

function inPairs(a: Float64Array, b: Float64Array, sampling: Sampling): ComparedLevels {
  const portion = (holds: (x: number, y: number) => boolean) => {
    const held = a.map((x, r) => (holds(x, b[r]) ? 1 : 0));
    return estimate(meanOf(held), standardError(held, sampling), a.length);
  };
  return { less: portion((x, y) => x < y && !areEqual(x, y)), equal: portion(areEqual) };
}

function apart(a: Drawn, b: Drawn): ComparedLevels {
  const [sortedA, sortedB] = [a, b].map(({ values }) => values.slice().sort());
  const below = (sorted: Float64Array) => (x: number) => portionOf(sorted, (y) => y < x && !areEqual(x, y));
  const atMost = (sorted: Float64Array) => (x: number) => portionOf(sorted, (y) => y <= x || areEqual(x, y));
  const same = (sorted: Float64Array) => (x: number) => atMost(sorted)(x) - below(sorted)(x);
  const among = ({ values, sampling }: Drawn, portion: (x: number) => number) => {
    const portions = values.map(portion);
    return { value: meanOf(portions), se: standardError(portions, sampling) };
  };
  const smaller = Math.min(sortedA.length, sortedB.length);
  const together = (ofA: Estimate, ofB: Estimate) => estimate(ofB.value, Math.hypot(ofA.se, ofB.se), smaller);
  return {
    less: together(among(a, atMost(sortedB)), among(b, below(sortedA))),
    equal: together(among(a, same(sortedB)), among(b, same(sortedA))),
  };
}

/** What was never, or always, seen is not certain. */
function estimate(value: number, se: number, n: number): Estimate {
  return { value, se: value === 0 || value === 1 ? unseenError(n) : se };
}

/** The part of the sorted values that a condition holds for, which holds for the smallest of them, by bisection. */
function portionOf(sorted: Float64Array, holds: (y: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(sorted[middle])) low = middle + 1;
    else high = middle;
  }
  return low / sorted.length;
}
