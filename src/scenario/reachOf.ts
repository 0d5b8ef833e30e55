import type { Distribution } from "../random/distribution.ts";
import { quantile } from "../random/quantileOf.ts";
import { supportOf } from "../random/supportOf.ts";

/** Draws beyond these quantiles are one in a million: what a distribution "may" do. */
const rare = 1e-6;

/**
 * Where a distribution may go: its least and its largest value where it has them, else its 1e-6 and 1 - 1e-6 quantiles.
 *
 * @example reachOf({ kind: "uniform", low: 1, high: 3 }) // [1, 3]
 */
export function reachOf(distribution: Distribution): readonly [number, number] {
  const [low, high] = supportOf(distribution);
  return [
    Number.isFinite(low) ? low : quantile(distribution, rare),
    Number.isFinite(high) ? high : quantile(distribution, 1 - rare),
  ];
}
