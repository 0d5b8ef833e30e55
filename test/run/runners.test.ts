import { describe, expect, it } from "vitest";
import { cloned } from "../../src/run/cloned.ts";
import { askToStop, newControl, replicationsDone } from "../../src/run/control.ts";
import { digestOf } from "../../src/run/digestOf.ts";
import { inline } from "../../src/run/inline.ts";
import { readySmall, twoPools } from "./smallScenario.ts";
import { rowOf, tallyWith } from "./tallyWith.ts";

const { plan } = readySmall();

describe.each([
  ["inline", inline],
  ["cloned", cloned],
])("the runner %s", (_, runner) => {
  it("does every replication and counts them in shared memory", async () => {
    const tally = await tallyWith(runner, plan, (control, { count }) => {
      expect(replicationsDone(control)).toBe(count);
    });
    expect(tally.count).toBe(500);
  });

  it("hands over blocks in order", async () => {
    const firsts: number[] = [];
    await runner(plan, newControl(), ({ first }) => firsts.push(first));
    expect(firsts).toEqual([0, 125, 250, 375]);
  });

  it("begins no other block once it is asked to stop", async () => {
    const tally = await tallyWith(runner, plan, (control, { count }) => {
      if (count === 250) askToStop(control);
    });
    expect(tally.count).toBe(250);
  });

  it("does nothing where it is asked to stop before the first block", async () => {
    const control = newControl();
    askToStop(control);
    await runner(plan, control, () => expect.unreachable("a block was computed"));
    expect(replicationsDone(control)).toBe(0);
  });

  it("passes on what a block throws", async () => {
    const broken = { ...plan, pools: plan.pools.map((pool) => ({ ...pool, rules: [] })) };
    await expect(runner(broken, newControl(), () => {})).rejects.toThrow(TypeError);
  });
});

describe("runners", () => {
  it.each([
    ["one pool", plan],
    ["two pools", readySmall({}, twoPools).plan],
  ])("give the same digest, whether the plan of %s is shared or copied", async (_, plan) => {
    const [a, b] = [await tallyWith(inline, plan), await tallyWith(cloned, plan)];
    expect(digestOf(a, plan.columns)).toBe(digestOf(b, plan.columns));
  });

  it("give the same rows for the first replications, however many follow", async () => {
    const { plan: longer } = readySmall({ replications: 1000 });
    const [short, long] = [await tallyWith(inline, plan), await tallyWith(inline, longer)];
    for (const replication of [0, 124, 125, 300, 499]) {
      expect(rowOf(long, replication)).toEqual(rowOf(short, replication));
    }
  });

  it("stopped, give the first replications of the whole run", async () => {
    const whole = await tallyWith(inline, plan);
    const part = await tallyWith(inline, plan, askToStop);
    expect(part.count).toBe(125);
    for (const replication of [0, 64, 124])
      expect(rowOf(part, replication)).toEqual(rowOf(whole, replication));
  });
});
