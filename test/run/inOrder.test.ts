import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { inOrder } from "../../src/run/inOrder.ts";

/** Things that take the longer the earlier they begin; `most` is the most that were under way at once. */
function slowThings(count: number, fails = -1) {
  const seen = { now: 0, most: 0, begun: 0 };
  const begin = async (index: number) => {
    seen.begun++;
    seen.now++;
    seen.most = Math.max(seen.most, seen.now);
    await setTimeout(2 * (count - index));
    seen.now--;
    if (index === fails) throw new Error(`${index} failed`);
    return index;
  };
  return { seen, begin };
}

async function allOf(given: AsyncIterable<number>): Promise<number[]> {
  const all: number[] = [];
  for await (const one of given) all.push(one);
  return all;
}

describe("inOrder", () => {
  it("gives results in the order in which things began, with as many under way as allowed", async () => {
    for (const most of [1, 3, 20]) {
      const { seen, begin } = slowThings(8);
      expect(await allOf(inOrder(8, most, begin))).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
      expect(seen.most).toBe(Math.min(most, 8));
    }
  });

  it("gives nothing where there is nothing to begin", async () => {
    expect(await allOf(inOrder(0, 3, slowThings(0).begin))).toEqual([]);
  });

  it("begins no more once it is left, and ends when nothing is under way", async () => {
    const { seen, begin } = slowThings(8);
    for await (const index of inOrder(8, 3, begin)) if (index === 1) break;
    expect(seen).toMatchObject({ now: 0, begun: 4 });
  });

  it("fails with the first that fails, when nothing is under way any more", async () => {
    const { seen, begin } = slowThings(8, 2);
    await expect(allOf(inOrder(8, 4, begin))).rejects.toThrow("2 failed");
    expect(seen.now).toBe(0);
  });
});
