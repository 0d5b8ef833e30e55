import { describe, expect, it } from "vitest";
import { isCheckpoint } from "../../src/run/isCheckpoint.ts";

describe("a checkpoint", () => {
  it("comes after 8 blocks, then whenever a tenth has been added", () => {
    const found = Array.from({ length: 60 }, (_, i) => i).filter(isCheckpoint);
    expect(found.slice(0, 6)).toEqual([8, 9, 10, 11, 12, 13]);
    expect(found.slice(-5)).toEqual([39, 42, 46, 50, 55]);
  });
});
