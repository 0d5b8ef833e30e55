import { openUniform } from "./openUniform.ts";
import type { SeedKey } from "./seedKey.ts";
import { nextUniform, openStream } from "./streams.ts";
import { uniformAt } from "./uniformAt.ts";

/**
 * One uniform number for each of some replications, those of a block spread evenly: of its `strata` replications each falls into another
 * of as many equal parts of (0, 1), in an order drawn for the block, the purpose and the index (Latin hypercube sampling: McKay, Beckman & Conover 1979,
 * Technometrics 21:239). Every number by itself is uniform, and blocks are independent of each other; so errors can be taken from
 * blocks. What a mean owes to single numbers drawn so, one beside the other, averages out within a block; never does it vary
 * more than n / (n - 1) times as much as with independent numbers (Owen 1997, SIAM Journal on Numerical Analysis 34:1884).
 *
 * A replication's number depends on itself alone, not on which or how many are run.
 *
 * @param first replication; `count` of them
 * @param strata replications of a block; 1: independent numbers, those of `uniformAt`
 */
export function stratifiedUniforms(
  key: SeedKey,
  first: number,
  count: number,
  strata: number,
  purpose: number,
  index: number,
): Float64Array {
  const uniforms = new Float64Array(count);
  let order = new Uint32Array(0);
  for (let i = 0; i < count; i++) {
    const replication = first + i;
    const within = replication % strata;
    if (i === 0 || within === 0)
      order = orderOf(key, Math.floor(replication / strata), strata, purpose, index);
    const u = (order[within] + uniformAt(key, replication, purpose, index)) / strata;
    uniforms[i] = Math.min(u, largest);
  }
  return uniforms;
}

/** Adding up may round to 1. */
const largest = openUniform(0xffffffff, 0xffffffff);

/** A permutation of 0 ... strata - 1, all of them alike (Fisher & Yates). */
function orderOf(
  key: SeedKey,
  block: number,
  strata: number,
  purpose: number,
  index: number,
): Uint32Array<ArrayBuffer> {
  const order = Uint32Array.from({ length: strata }, (_, i) => i);
  if (strata === 1) return order;
  const stream = openStream(key, block, purpose, index);
  for (let i = strata - 1; i > 0; i--) {
    const j = Math.floor(nextUniform(stream) * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
