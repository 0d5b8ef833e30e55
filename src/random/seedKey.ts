import seedrandom from "seedrandom";

/** The two unsigned 32-bit words that a user's seed phrase becomes; every draw of a run starts from them. */
export type SeedKey = readonly [number, number];

/**
 * Turns a seed phrase into the key of all draws.
 *
 * The words are the first two that ARC4 (seedrandom) draws for the phrase: phrases that differ by one letter have
 * unrelated keys, and neither the clock nor any global generator has a say.
 *
 * @param phrase any text, "" included
 * @returns two integers in [0, 2^32)
 * @example seedKey("fentan") // [1999030564, 3481712367]
 */
export function seedKey(phrase: string): SeedKey {
  const generator = seedrandom(phrase);
  return [generator.int32() >>> 0, generator.int32() >>> 0];
}
