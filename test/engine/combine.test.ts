import { describe, expect, it } from "vitest";
import { addEndings, addPaths, divideMeans } from "../../src/engine/combine.ts";
import type { Sink } from "../../src/engine/record.ts";
import { metricIndex, type PeriodMetric, periodMetrics } from "../../src/plan/metrics.ts";

/** One period of one lane, the second of `count` replications. */
function sinkWith(numbers: Partial<Record<PeriodMetric, number>>, count = 2): Sink {
  const paths = new Float64Array(periodMetrics.length * count);
  for (const { key } of periodMetrics) paths[metricIndex[key] * count + 1] = numbers[key] ?? 0;
  return { paths, periods: 1, count, offset: 1 };
}

const at = ({ paths, count }: Sink, metric: PeriodMetric) => paths[metricIndex[metric] * count + 1];

describe("paths of several pools", () => {
  const young = sinkWith({
    members: 60,
    sharers: 60,
    covered: 40,
    aid: 100,
    share: 2,
    meanAge: 30,
    ageIndex: 1.2,
  });
  const old = sinkWith(
    { members: 20, sharers: 40, covered: 10, aid: 50, share: 5, meanAge: 70, ageIndex: 2 },
    3,
  );

  function together(...pools: Sink[]): Sink {
    const into = sinkWith({}, 4);
    for (const pool of pools) addPaths(into, pool, 1);
    divideMeans(into, 1);
    return into;
  }

  it("are sums of persons and money, and means of the rest, weighted by whom it is about", () => {
    const both = together(young, old);
    expect([at(both, "members"), at(both, "aid")]).toEqual([80, 150]);
    expect(at(both, "share")).toBeCloseTo((60 * 2 + 40 * 5) / 100, 12);
    expect(at(both, "meanAge")).toBe(40);
    expect(at(both, "ageIndex")).toBeCloseTo((40 * 1.2 + 10 * 2) / 50, 12);
  });

  it("have an index of one and other means of 0 where there is nobody", () => {
    const none = together(sinkWith({ meanAge: 3, ageIndex: 1 }));
    expect([at(none, "meanAge"), at(none, "share"), at(none, "selectionIndex")]).toEqual([0, 0, 1]);
  });
});

describe("the ending of several pools", () => {
  /** Last period and cause of two lanes, pool by pool: 0 is none. */
  function together(...pools: (readonly [last: number, cause: number])[]): number[] {
    const into = { lastRunning: new Int32Array(3), endings: new Uint8Array(3) };
    pools.forEach(([last, cause], i) => {
      addEndings(into, 2, { lastRunning: Int32Array.of(last), ending: Uint8Array.of(cause) }, i === 0);
    });
    return [into.lastRunning[2], into.endings[2]];
  }

  it("is that of the last to end", () => {
    expect(together([3, 2], [7, 4])).toEqual([7, 4]);
    expect(together([7, 4], [3, 2])).toEqual([7, 4]);
  });

  it("has not come while one runs, whichever it is", () => {
    expect(together([3, 2], [9, 0])).toEqual([9, 0]);
    expect(together([9, 0], [3, 2])).toEqual([9, 0]);
    expect(together([9, 0], [9, 2])).toEqual([9, 0]);
  });
});
