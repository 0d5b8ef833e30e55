/** Median and quartiles of repeated measurements. */
export interface Spread {
  readonly median: number;
  readonly q25: number;
  readonly q75: number;
}

/**
 * Median and quartiles, interpolated between neighbours (type 7 of Hyndman & Fan 1996).
 *
 * @param values at least one, in any order
 * @throws RangeError where there are none
 * @example spreadOf([4, 1, 3, 2]) // median 2.5, q25 1.75, q75 3.25
 */
export function spreadOf(values: readonly number[]): Spread {
  if (values.length === 0) throw new RangeError("nothing was measured");
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number) => {
    const place = part * (sorted.length - 1);
    const below = Math.floor(place);
    const above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  };
  return { median: at(0.5), q25: at(0.25), q75: at(0.75) };
}

/**
 * Ratios of measurements made in turn, each of the first to its neighbour of the second: what slowed the machine down for a while
 * slowed both.
 */
export function ratiosOf(first: readonly number[], second: readonly number[]): Spread {
  return spreadOf(first.map((value, i) => value / second[i]));
}
