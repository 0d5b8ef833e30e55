import { describe, expect, it } from "vitest";
import { philox4x32 } from "../../src/random/philox.ts";

type Counter = [number, number, number, number];

function philox(counter: Counter, key: [number, number]): number[] {
  const out = new Uint32Array(4);
  philox4x32(out, ...counter, ...key);
  return [...out];
}

describe("philox4x32", () => {
  // The three vectors of Random123 (file kat_vectors, philox4x32 10), by the authors of the paper.
  it("gives Random123's known answer for zeros", () => {
    const expected = [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8];
    expect(philox([0, 0, 0, 0], [0, 0])).toEqual(expected);
  });

  it("gives Random123's known answer for ones", () => {
    const ones = 0xffffffff;
    const expected = [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd];
    expect(philox([ones, ones, ones, ones], [ones, ones])).toEqual(expected);
  });

  it("gives Random123's known answer for the digits of pi", () => {
    const counter: Counter = [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344];
    const expected = [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1];
    expect(philox(counter, [0xa4093822, 0x299f31d0])).toEqual(expected);
  });

  it("turns half of the output's bits when one bit of counter or key turns", () => {
    const base: Counter = [1, 2, 3, 4];
    const unchanged = philox(base, [5, 6]);
    const flips: number[] = [];
    for (let bit = 0; bit < 192; bit++) {
      const words = [...base, 5, 6];
      words[bit >>> 5] ^= 1 << (bit & 31);
      const [a, b, c, d, k0, k1] = words;
      flips.push(differingBits(unchanged, philox([a, b, c, d], [k0, k1])));
    }
    const mean = flips.reduce((sum, flip) => sum + flip) / flips.length;
    const standardError = Math.sqrt(128 / 4 / flips.length);
    expect(Math.abs(mean - 64)).toBeLessThan(4.9 * standardError);
    expect(Math.min(...flips)).toBeGreaterThan(64 - 4.9 * Math.sqrt(32));
  });
});

function differingBits(a: number[], b: number[]): number {
  let count = 0;
  a.forEach((word, i) => {
    for (let rest = (word ^ b[i]) >>> 0; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
  });
  return count;
}
