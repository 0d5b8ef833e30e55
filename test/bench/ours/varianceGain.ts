import { newControl } from "../../../src/run/control.ts";
import { inline } from "../../../src/run/inline.ts";
import { simulate } from "../../../src/run/simulate.ts";
import { planOf, type Subject } from "../ready.ts";

/** The standard error of a mean as plain sampling has it, and as runs with other seeds differ. */
export interface VarianceGain {
  readonly plainVariance: number;
  readonly variance: number;
}

/**
 * By how much less the mean of a column differs between seeds than means of as many independent replications would. Their quotient says
 * how many times as many of those the same standard error takes: 1 for plain sampling.
 */
export async function varianceGain(
  subject: Subject,
  column: string,
  seeds: readonly string[],
): Promise<VarianceGain> {
  const means: number[] = [];
  let plain = 0;
  for (const seed of seeds) {
    const plan = planOf(subject, [`seed=${JSON.stringify(seed)}`, "replications=256"]);
    const tally = await simulate(plan, [], { runBlocks: inline, control: newControl() }, {});
    const at = plan.columns.findIndex(({ name }) => name === column) * tally.capacity;
    const { mean, variance } = momentsOf(tally.columns.subarray(at, at + tally.count));
    means.push(mean);
    plain += variance / tally.count / seeds.length;
  }
  return { plainVariance: plain, variance: momentsOf(means).variance };
}

function momentsOf(values: Float64Array | readonly number[]): {
  readonly mean: number;
  readonly variance: number;
} {
  const all = Array.from(values);
  const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
  return { mean, variance: all.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (all.length - 1) };
}
