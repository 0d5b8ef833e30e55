import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { binomialQuantile } from "../../src/random/binomialQuantile.ts";
import { poissonQuantile } from "../../src/random/poissonQuantile.ts";
import { compileC, peerInC, whyNoC } from "./peers.ts";
import { testPeer, tinyPool } from "./peerTest.ts";
import type { BenchPool } from "./scenarios.ts";

const folder = mkdtempSync(join(tmpdir(), "fentan-bench-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// Not so few that some replications lose nearly all members: standard deviations are compared as those of nearly normal numbers.
const persons: BenchPool = { ...tinyPool, engine: "exact", joinersPerYear: 600, initial: 3000, level: 3 };

testPeer("C", peerInC("fast", folder), tinyPool, folder);
testPeer("C, counting persons,", peerInC("exact", folder), persons, folder);

const why = whyNoC();
const reason = why === null ? "" : ` (${why})`;

test.skipIf(why !== null)(`the samplers in C give the very counts of fentan’s${reason}`, () => {
  const uniforms = [1e-9, 0.001, 0.1, 0.3, 0.5, 0.77, 0.95, 0.9999, 1 - 1e-7, 1 - 1e-12];
  const laws = [
    ...[1e-4, 0.7, 3.9, 4, 11.5, 1e3, 1e7].map((mean) => ({ n: -1, p: mean })),
    ...[1, 7, 90, 2000, 1e6].flatMap((n) => [1e-6, 0.003, 0.2, 0.5, 0.97].map((p) => ({ n, p }))),
  ];
  const cases = laws.flatMap(({ n, p }) => uniforms.map((u) => ({ u, n, p })));
  const { stdout } = spawnSync(compileC("quantiles", folder), {
    input: cases.map(({ u, n, p }) => `${u} ${n} ${p}`).join("\n"),
    encoding: "utf8",
  });
  const ours = cases.map(({ u, n, p }) => (n < 0 ? poissonQuantile(u, p) : binomialQuantile(u, n, p)));
  expect(stdout.trim().split("\n").map(Number)).toEqual(ours);
});
