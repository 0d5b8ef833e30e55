import { USE, wordsAt } from "./drawAddress.ts";
import { openUniform } from "./openUniform.ts";
import type { SeedKey } from "./seedKey.ts";

const words = new Uint32Array(4);

/**
 * The uniform number that belongs to (key, replication, purpose, index), strictly between 0 and 1.
 *
 * A pure function: it keeps no state, and draws may be had in any order. Meant for what is drawn rarely (uncertain
 * parameters, the shock of a year, events); what is drawn in every period comes faster from streams.
 *
 * @param replication integer in [0, 2^53)
 * @param purpose as given by `purpose(name)`, an integer in [0, 2^32)
 * @param index integer in [0, 2^32), e.g. a year or a period; 0 if there is one draw only
 * @returns (k + 1/2) / 2^52, k an integer in [0, 2^52)
 * @example uniformAt(seedKey("fentan"), 17, purposes.yearlyShock(), 2019) // 0.9033323258827722
 */
export function uniformAt(key: SeedKey, replication: number, purpose: number, index: number): number {
  wordsAt(words, key, USE.single, replication, purpose, index);
  return openUniform(words[0], words[1]);
}
