import { leastBlocks, type Sampling } from "../standardError.ts";

/**
 * How the first `count` replications of blocks of `blockSize` hang together.
 *
 * @param clustered whether the blocks are what is independent, given enough of them
 * @param shaped whether a block shares what was drawn once for it: then they are, however few
 */
export function firstReplications(
  count: number,
  { blockSize, clustered, shaped }: { blockSize: number; clustered: boolean; shaped: boolean },
): Sampling & { readonly blockCounts: Int32Array } {
  const blockCounts = Int32Array.from({ length: Math.ceil(count / blockSize) }, (_, block) =>
    Math.min(blockSize, count - block * blockSize),
  );
  return { blockCounts, clustered: shaped || (clustered && blockCounts.length >= leastBlocks) };
}
