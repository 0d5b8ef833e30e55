import { expect, it } from "vitest";
import { firstReplications } from "../../../src/statistics/compare/firstReplications.ts";

it("counts blocks, the last of which may be cut, and takes them as independent only if there are enough", () => {
  const of = (count: number, shaped = false) =>
    firstReplications(count, { blockSize: 125, clustered: true, shaped });
  expect(Array.from(of(300).blockCounts)).toEqual([125, 125, 50]);
  expect(of(300).clustered).toBe(false);
  expect(of(300, true).clustered).toBe(true);
  expect(of(1000).clustered).toBe(true);
});
