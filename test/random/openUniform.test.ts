import { describe, expect, it } from "vitest";
import { openUniform } from "../../src/random/openUniform.ts";

describe("openUniform", () => {
  it("keeps off 0 and 1 by half a step", () => {
    expect(openUniform(0, 0)).toBe(2 ** -53);
    expect(openUniform(0xffffffff, 0xffffffff)).toBe(1 - 2 ** -53);
  });

  it("reads the words as unsigned, the high one first", () => {
    expect(openUniform(0x80000000, 0)).toBe(0.5 + 2 ** -53);
    expect(openUniform(0x80000000 | 0, 0)).toBe(0.5 + 2 ** -53);
    expect(openUniform(0, 1 << 12)).toBe(1.5 * 2 ** -52);
  });

  it("gives 1 - u where all bits are turned", () => {
    expect(openUniform(~0x12345678, ~0x9abcdef0)).toBe(1 - openUniform(0x12345678, 0x9abcdef0));
  });
});
