import { betaQuantile } from "../random/betaQuantile.ts";
import { z95 } from "./z95.ts";

/**
 * How the replications hang together: independent (`clustered` false), or in blocks that share what was drawn once per
 * block, because it reshapes the plan (`clustered` true).
 */
export interface Sampling {
  readonly clustered: boolean;
  /** Number of replications of each block, in order; they add up to all. */
  readonly blockCounts: ArrayLike<number>;
}

/** From fewer blocks an error is better taken from replications, if only they may be taken as independent. */
export const leastBlocks = 8;

/**
 * Standard error of the mean of `values`, one per replication. Independent: sd / sqrt(n). Clustered:
 * sqrt(B / (B - 1) sum over blocks of (sum of deviations in the block)²) / n, robust to whatever the replications of a block share
 * (Liang & Zeger 1986, Biometrika 73:13), times `blockWidening(B)`. 0 where it cannot be known: one replication. One block counts as
 * independent.
 *
 * @example 1, 2, 3, 6 independent: 2.16025 / 2 = 1.08012; in blocks (1, 2), (3, 6): sqrt(2 (9 + 9)) / 4 = 1.5, times 6.48.
 */
export function standardError(values: Float64Array, sampling: Sampling): number {
  const n = values.length;
  if (n < 2) return 0;
  const mean = meanOf(values);
  const blocks = sampling.blockCounts.length;
  if (!sampling.clustered || blocks < 2) return Math.sqrt(sumOfSquares(values, mean) / (n - 1) / n);
  return clusteredError(squaresOfBlockSums(values, mean, sampling.blockCounts), blocks, n);
}

/** The clustered one, from the sum over blocks of (sum of deviations in the block)². */
export function clusteredError(squares: number, blocks: number, n: number): number {
  return (blockWidening(blocks) * Math.sqrt((squares * blocks) / (blocks - 1))) / n;
}

/**
 * How much wider an error taken from few blocks must be, so that 1.96 of them still make a 95 % interval: the quantile of Student's t with
 * B - 1 degrees of freedom over that of the normal distribution. t² = v (1 - x) / x, where x is the 5 % quantile of the beta distribution
 * (v / 2, 1 / 2).
 *
 * @example 8 blocks: 2.3646 / 1.96 = 1.2065; 100 blocks: 1.0124
 */
export function blockWidening(blocks: number): number {
  const widening = widenings.get(blocks) ?? widenedTo95(blocks - 1);
  widenings.set(blocks, widening);
  return widening;
}

/** By number of blocks: thousands of figures of a run ask for the same one. */
const widenings = new Map<number, number>();

function widenedTo95(freedom: number): number {
  const x = betaQuantile(0.05, freedom / 2, 1 / 2);
  return Math.sqrt((freedom * (1 - x)) / x) / z95;
}

/** The arithmetic mean, as the first value plus the mean distance from it, so that a constant comes back to the bit. */
export function meanOf(values: Float64Array): number {
  const origin = values[0];
  let distance = 0;
  for (let i = 0; i < values.length; i++) distance += values[i] - origin;
  return origin + distance / values.length;
}

/** Sum of squared deviations from `mean`. */
export function sumOfSquares(values: Float64Array, mean: number): number {
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i] - mean) ** 2;
  return squares;
}

function squaresOfBlockSums(values: Float64Array, mean: number, blockCounts: ArrayLike<number>): number {
  let squares = 0;
  let i = 0;
  for (let block = 0; block < blockCounts.length; block++) {
    let deviation = 0;
    for (const end = i + blockCounts[block]; i < end; i++) deviation += values[i] - mean;
    squares += deviation * deviation;
  }
  return squares;
}
