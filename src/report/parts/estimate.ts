import { estimateProbability } from "../../statistics/estimateProbability.ts";
import type { Estimate } from "../../statistics/figure.ts";
import type { Results } from "../../statistics/results.ts";
import { meanOf, type Sampling, standardError } from "../../statistics/standardError.ts";

/** Values of some of the replications, in their order, with how these hang together. */
export interface Kept {
  readonly values: Float64Array;
  readonly sampling: Sampling;
}

/** `valueAt` for the replications that have one; null leaves a replication out. */
export function keep(
  results: Pick<Results, "replications" | "clustered" | "blockCounts">,
  valueAt: (replication: number) => number | null,
): Kept {
  const values: number[] = [];
  const blockCounts: number[] = [];
  let replication = 0;
  for (const count of results.blockCounts) {
    const before = values.length;
    for (const end = replication + count; replication < end; replication++) {
      const value = valueAt(replication);
      if (value !== null) values.push(value);
    }
    if (values.length > before) blockCounts.push(values.length - before);
  }
  return { values: Float64Array.from(values), sampling: { clustered: results.clustered, blockCounts } };
}

/** Mean with its standard error; {0, 0} of no values. */
export function meanEstimate({ values, sampling }: Kept): Estimate {
  return values.length === 0
    ? { value: 0, se: 0 }
    : { value: meanOf(values), se: standardError(values, sampling) };
}

/** exp of the mean of logarithms; its standard error by the delta method. */
export function geometricMean(logs: Kept): Estimate {
  const { value, se } = meanEstimate(logs);
  return { value: Math.exp(value), se: Math.exp(value) * se };
}

/** Part of the replications in which something happened; never a standard error of 0. */
export function portionEstimate(results: Results, happened: (replication: number) => boolean): Estimate {
  const kept = keep(results, (replication) => (happened(replication) ? 1 : 0));
  const successes = kept.values.reduce((sum, value) => sum + value, 0);
  const unclustered = estimateProbability(successes, kept.values.length);
  const varies = successes > 0 && successes < kept.values.length;
  return varies ? { value: unclustered.value, se: standardError(kept.values, kept.sampling) } : unclustered;
}
