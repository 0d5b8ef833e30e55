import type { Estimate } from "./figure.ts";
import { meanOf, type Sampling, standardError } from "./standardError.ts";

/** A mean over the first so many replications. */
export interface Step extends Estimate {
  readonly replications: number;
}

/** Below this many replications (or blocks, where these are what is independent) an error says little. */
const least = { replications: 50, blocks: 4 } as const;

const most = 6;

/**
 * How the mean and its error settle: over the first n, 2n, 4n ... of N replications, six steps at most. The error should halve
 * with every second step; one that does not belongs to a figure of which single replications decide.
 *
 * @example of 1,000 independent replications: the first 62, 125, 250, 500, 1,000
 */
export function convergence(values: Float64Array, sampling: Sampling): Step[] {
  return sizes(values.length, sampling).map(({ replications, blocks }) => {
    const part = values.subarray(0, replications);
    const blockCounts = Array.from({ length: blocks }, (_, block) => sampling.blockCounts[block]);
    const se = standardError(part, { clustered: sampling.clustered, blockCounts });
    return { replications, value: meanOf(part), se };
  });
}

interface Size {
  readonly replications: number;
  /** Whole ones; only told where they matter. */
  readonly blocks: number;
}

/** Ascending. */
function sizes(count: number, { clustered, blockCounts }: Sampling): Size[] {
  if (!clustered)
    return halves(count, least.replications).map((replications) => ({ replications, blocks: 0 }));
  const upTo = (blocks: number) =>
    Array.from({ length: blocks }, (_, block) => blockCounts[block]).reduce((sum, n) => sum + n, 0);
  return halves(blockCounts.length, least.blocks).map((blocks) => ({ replications: upTo(blocks), blocks }));
}

function halves(count: number, smallest: number): number[] {
  const found = [count];
  while (found.length < most && Math.floor(found[0] / 2) >= smallest) found.unshift(Math.floor(found[0] / 2));
  return found;
}
