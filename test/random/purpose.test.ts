import { describe, expect, it } from "vitest";
import { poolPurposes, purpose, purposes } from "../../src/random/purpose.ts";

describe("purpose", () => {
  it("gives a name the same number for ever", () => {
    // Computed apart in Python 3: FNV-1a over the UTF-8 bytes, then MurmurHash3's fmix32.
    expect(purpose("")).toBe(2872998923);
    expect(purpose("closing")).toBe(2857414162);
    expect(purpose("claims/重症")).toBe(547166057);
  });

  it("gives 100,000 names as few shared numbers as chance does", () => {
    const numbers = new Set(Array.from({ length: 100_000 }, (_, i) => purpose(`parameter/x${i}`)));
    // Expected number of shared ones: 1e5^2 / 2^33 = 1.16; 10 or more has probability 1e-6.
    expect(100_000 - numbers.size).toBeLessThan(10);
  });
});

/** All that a pool draws, under one name. */
function numbersOf(pool: string, copy: number): number[] {
  const { claims, amounts, closing, cells, losses } = poolPurposes(pool, copy);
  return [claims("x"), amounts("x"), closing(), cells("x"), losses()];
}

describe("purposes", () => {
  it("keeps draws of different kinds apart even if they share a name", () => {
    const numbers = [
      purposes.parameter("x"),
      purposes.yearlyShock(),
      purposes.eventHappens("x"),
      ...numbersOf("", 0),
    ];
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});

describe("poolPurposes", () => {
  it("keep pools and copies of a pool apart", () => {
    const numbers = [
      ["", 0],
      ["", 1],
      ["a", 0],
      ["a", 1],
      ["a", 11],
      ["b", 0],
    ] as const;
    const all = numbers.flatMap(([pool, copy]) => numbersOf(pool, copy));
    expect(new Set(all).size).toBe(all.length);
  });

  it("are those of their names alone for the only pool of a plan", () => {
    const { claims, closing } = poolPurposes("", 0);
    expect([claims("重症"), closing()]).toEqual([purpose("claims/重症"), purpose("closing")]);
  });
});
