import { describe, expect, it } from "vitest";
import { digestOf } from "../../src/run/digestOf.ts";
import { inline } from "../../src/run/inline.ts";
import { isoDate } from "../../src/scenario/day.ts";
import { readySmall, twoPools } from "./smallScenario.ts";
import { tallyWith } from "./tallyWith.ts";

const { plan } = readySmall();
const digest = async (over = {}) => {
  const { plan } = readySmall(over);
  return digestOf(await tallyWith(inline, plan), plan.columns);
};

describe("the digest", () => {
  it("is a SHA-256, and the same for the same run", async () => {
    const first = await digest();
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(await digest()).toBe(first);
  });

  it("differs for another seed, another number of replications, another scenario", async () => {
    const all = [{}, { seed: "other" }, { replications: 499 }, { set: ["sharing.fee=9 %"] }].map(digest);
    expect(new Set(await Promise.all(all)).size).toBe(4);
  });

  it("does not change when a question keeps a period's metric for every replication", async () => {
    const ask = [`mean(periods.${isoDate(plan.periods[2].date)}.share)`];
    expect(readySmall({ ask }).plan.columns.length).toBe(plan.columns.length + 1);
    expect(await digest({ ask })).toBe(await digest());
  });

  it.each([
    ["one pool", plan],
    ["two pools", readySmall({}, twoPools).plan],
  ])(
    "of %s changes with a single bit of a replication's row, of any series' moments, bins or endings",
    async (_, plan) => {
      const whole = await tallyWith(inline, plan);
      const before = digestOf(whole, plan.columns);
      const ofSeries = whole.series.flatMap(({ moments, betweenBlocks, sketch, lastRunning, endings }) => [
        moments.mean,
        betweenBlocks.squares,
        sketch.counts,
        lastRunning,
        endings,
      ]);
      for (const numbers of [whole.columns, ...ofSeries]) {
        const at = numbers.findIndex((value) => value !== 0);
        numbers[at] *= 2;
        expect(digestOf(whole, plan.columns)).not.toBe(before);
        numbers[at] /= 2;
        expect(digestOf(whole, plan.columns)).toBe(before);
      }
    },
  );
});
