import { expect, test } from "vitest";
import { disagreements } from "./agree.ts";
import { simulateOnce } from "./ours/simulateOnce.ts";
import { type Found, writeRatesFile } from "./peers.ts";
import { planOf } from "./ready.ts";
import type { BenchPool } from "./scenarios.ts";

/** For tests: an open pool of more than a year. */
export const tinyPool: BenchPool = { engine: "fast", classes: 2, periods: 14, joinersPerYear: 100_000 };

/** Adds the test that a peer agrees with fentan on a pool; skipped, with how to get what is missing, where it cannot run. */
export function testPeer(name: string, found: Found, pool: BenchPool, folder: string): void {
  const title = `${name} gets the same shares and members as fentan`;
  if ("missing" in found) {
    test.skip(`${title} (${found.missing})`, () => {});
    return;
  }
  test(title, () => {
    const theirs = found.measure(writeRatesFile(pool, folder), 1024, 1);
    const ours = simulateOnce(planOf({ pool }, ["replications=256"]));
    expect(theirs.figures.map((figure) => figure.name)).toEqual([
      "share of year 1",
      "share of year 2",
      "members at the end",
    ]);
    expect(disagreements(ours, theirs)).toEqual([]);
  });
}
