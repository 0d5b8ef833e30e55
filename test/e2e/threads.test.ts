import { afterEach, describe, expect, it } from "vitest";
import { askToStop, newControl, replicationsDone } from "../../src/run/control.ts";
import { digestOf } from "../../src/run/digestOf.ts";
import { inline } from "../../src/run/inline.ts";
import type { openThreads as OpenThreads, Threads } from "../../src/run/threads.ts";
import { readySmall } from "../run/smallScenario.ts";
import { rowOf, tallyWith } from "../run/tallyWith.ts";
import "./built.ts";

// A thread cannot load TypeScript, so these tests take the built runner; all else is the source.
const built = new URL("../../dist/run/threads.js", import.meta.url).href;
const { openThreads }: { openThreads: typeof OpenThreads } = await import(built);

const opened: Threads[] = [];

/** A runner on so many threads, closed after the test. */
function threads(count: number): Threads["runBlocks"] {
  const one = openThreads(count);
  opened.push(one);
  return one.runBlocks;
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

const { plan } = readySmall({ replications: 1000 });

describe("the runner on threads", () => {
  it("gives the digest of the inline runner, for 1, 2, 3 threads and for more than there are blocks", async () => {
    const expected = digestOf(await tallyWith(inline, plan), plan.columns);
    for (const count of [1, 2, 3, 20]) {
      expect(digestOf(await tallyWith(threads(count), plan), plan.columns)).toBe(expected);
    }
  });

  it("counts what is done in shared memory", async () => {
    const control = newControl();
    await threads(2)(plan, control, () => {});
    expect(replicationsDone(control)).toBe(1000);
  });

  it("asked to stop keeps the first blocks without a gap", async () => {
    const { plan: long } = readySmall({ replications: 100_000 });
    const whole = await tallyWith(inline, plan);
    const part = await tallyWith(threads(3), long, askToStop);
    expect(part.count).toBeGreaterThan(0);
    expect(part.count).toBeLessThan(100_000);
    expect(part.count % 125).toBe(0);
    for (const replication of [0, 127]) expect(rowOf(part, replication)).toEqual(rowOf(whole, replication));
  });

  it("does nothing where it is asked to stop before", async () => {
    const control = newControl();
    askToStop(control);
    await threads(2)(plan, control, () => expect.unreachable("a block was computed"));
    expect(replicationsDone(control)).toBe(0);
  });

  it("goes on with another plan in the same threads", async () => {
    const other = { ...plan, luck: { ...plan.luck, claims: "other claims" } };
    const runBlocks = threads(2);
    for (const one of [plan, other, plan]) {
      const expected = digestOf(await tallyWith(inline, one), one.columns);
      expect(digestOf(await tallyWith(runBlocks, one), one.columns)).toBe(expected);
    }
  });

  it("passes on what a thread throws", async () => {
    const broken = { ...plan, pools: plan.pools.map((pool) => ({ ...pool, rules: [] })) };
    await expect(threads(2)(broken, newControl(), () => {})).rejects.toThrow(/undefined/);
  });
});
