import { philox4x32 } from "./philox.ts";
import type { SeedKey } from "./seedKey.ts";

/** What the words at an address are for: the same (replication, purpose, index) gives either use words of its own. */
export const USE = { single: 0, stream: 1 } as const;
export type Use = (typeof USE)[keyof typeof USE];

/**
 * Fills `out` with the 128 random bits that belong to (key, replication, purpose, index).
 *
 * The counter of Philox, lowest word first: low word of the replication; its high 21 bits, with the use in the top
 * bits; purpose; index. Different addresses are different counters, so no two share a draw.
 *
 * @param replication integer in [0, 2^53)
 * @param purpose as given by `purpose(name)`, an integer in [0, 2^32)
 * @param index integer in [0, 2^32), e.g. a period or a year
 */
export function wordsAt(
  out: Uint32Array,
  key: SeedKey,
  use: Use,
  replication: number,
  purpose: number,
  index: number,
): void {
  const replicationHigh = Math.floor(replication / 2 ** 32);
  philox4x32(out, replication, replicationHigh | (use << 30), purpose, index, key[0], key[1]);
}
