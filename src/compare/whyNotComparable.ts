import { notComparable } from "./words.ts";

/** What runs must have in common to be compared; known before any is simulated. */
export interface Comparable {
  readonly name: string;
  readonly letter: string;
  readonly currency: string;
  /** The calendar's first day. */
  readonly from: string;
  /** Days of settlement, run-off included, ascending. */
  readonly settled: readonly string[];
}

/** Every reason why runs cannot be compared with the first of them, for a person; empty where they can. */
export function whyNotComparable([base, ...others]: readonly Comparable[]): string[] {
  return others.flatMap((other) => {
    const reasons = [];
    if (other.currency !== base.currency)
      reasons.push(notComparable.currency(base, other, [base.currency, other.currency]));
    if (other.from !== base.from) reasons.push(notComparable.start(base, other, [base.from, other.from]));
    else {
      const apart = base.settled.findIndex((day, i) => i < other.settled.length && other.settled[i] !== day);
      if (apart >= 0)
        reasons.push(notComparable.rhythm(base, other, [base.settled[apart], other.settled[apart]]));
    }
    return reasons;
  });
}
