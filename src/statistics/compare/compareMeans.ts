import { meanOf, type Sampling, standardError } from "../standardError.ts";
import { z95 } from "../z95.ts";

/** One number per replication, and how these hang together. */
export interface Drawn {
  readonly values: Float64Array;
  readonly sampling: Sampling;
}

/** A number with its Monte Carlo standard error and the ends of its 95 % confidence interval. */
export interface Interval {
  readonly mean: number;
  readonly se: number;
  readonly q025: number;
  readonly q975: number;
}

/** How the mean of `b` differs from that of `a`. */
export interface ComparedMeans {
  /** b - a. */
  readonly difference: Interval;
  /** b / a; null where the mean of a is 0. */
  readonly ratio: Interval | null;
  /** Standard error of the difference of independent runs over that of pairs; null where there are no pairs, or no error. */
  readonly gain: number | null;
}

/**
 * The difference and the ratio of two means. In pairs (replication r of both had the same luck) the error is that of the mean of the
 * pairs' differences, and of the ratio R of the influences (b - R a) / mean a (the delta method); apart, errors add up as squares.
 *
 * @param together how the pairs hang together; null: the two runs have luck of their own
 * @example a = 1, 2, 3 and b = 2, 3, 4 in pairs: the difference is 1 ± 0, the ratio 1.5 ± 0.144
 */
export function compareMeans(a: Drawn, b: Drawn, together: Sampling | null): ComparedMeans {
  const [meanA, meanB] = [meanOf(a.values), meanOf(b.values)];
  const [seA, seB] = [a, b].map(({ values, sampling }) => standardError(values, sampling));
  const ratio = meanB / meanA;
  const apart = Math.hypot(seA, seB);
  const hasRatio = meanA !== 0 && Number.isFinite(ratio);
  if (together === null) {
    const seRatio = Math.hypot(seB, ratio * seA) / Math.abs(meanA);
    return {
      difference: interval(meanB - meanA, apart),
      ratio: hasRatio ? interval(ratio, seRatio) : null,
      gain: null,
    };
  }
  const differences = b.values.map((value, r) => value - a.values[r]);
  const influences = () => b.values.map((value, r) => (value - ratio * a.values[r]) / meanA);
  const se = standardError(differences, together);
  return {
    difference: interval(meanOf(differences), se),
    ratio: hasRatio ? interval(ratio, standardError(influences(), together)) : null,
    gain: se > 0 ? apart / se : null,
  };
}

function interval(mean: number, se: number): Interval {
  return { mean, se, q025: mean - z95 * se, q975: mean + z95 * se };
}
