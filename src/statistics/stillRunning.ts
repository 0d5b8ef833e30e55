import { estimateProbability } from "./estimateProbability.ts";
import type { Estimate } from "./figure.ts";
import { type Sampling, standardError } from "./standardError.ts";

/** For each period the part of the replications whose plan ran in it. O(replications), clustered times periods. */
export function stillRunning(lastRunning: Int32Array, periods: number, sampling: Sampling): Estimate[] {
  const n = lastRunning.length;
  const ended = new Int32Array(periods + 1);
  for (const last of lastRunning) ended[last + 1]++;
  let running = n;
  return Array.from({ length: periods }, (_, period) => {
    running -= ended[period];
    const estimate = estimateProbability(running, n);
    if (!sampling.clustered || running === 0 || running === n) return estimate;
    const runs = Float64Array.from(lastRunning, (last) => (last >= period ? 1 : 0));
    return { ...estimate, se: standardError(runs, sampling) };
  });
}
