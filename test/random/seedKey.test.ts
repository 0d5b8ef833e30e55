import { describe, expect, it } from "vitest";
import { seedKey } from "../../src/random/seedKey.ts";

describe("seedKey", () => {
  it("gives a phrase the same two words for ever", () => {
    expect(seedKey("fentan")).toEqual([1999030564, 3481712367]);
  });

  it("starts with the words that seedrandom documents for its example phrase", () => {
    // seedrandom's README: seedrandom('hello.')() is 0.9282578795792454; its first 32 bits are the first word.
    expect(seedKey("hello.")[0]).toBe(Math.floor(0.9282578795792454 * 2 ** 32));
  });

  it("gives whole numbers from 0 to 2^32 - 1, for the empty phrase too", () => {
    for (const phrase of ["", "1", "种子", "a long phrase ".repeat(100)]) {
      for (const word of seedKey(phrase)) expect(word).toBe(word >>> 0);
    }
  });

  it("does not depend on earlier calls and leaves Math.random alone", () => {
    const random = Math.random;
    const first = seedKey("2019");
    seedKey("2020");
    expect(seedKey("2019")).toEqual(first);
    expect(Math.random).toBe(random);
  });

  it("tells similar phrases apart in every word", () => {
    const keys = Array.from({ length: 500 }, (_, i) => seedKey(`seed ${i}`));
    expect(new Set(keys.map((key) => key[0])).size).toBe(500);
    expect(new Set(keys.map((key) => key[1])).size).toBe(500);
  });
});
