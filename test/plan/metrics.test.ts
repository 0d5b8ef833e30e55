import { describe, expect, it } from "vitest";
import {
  averagedMetrics,
  endingCauses,
  metricIndex,
  periodMetrics,
  summedMetrics,
} from "../../src/plan/metrics.ts";

describe("periodMetrics", () => {
  it("have a name, a meaning and a place each of their own", () => {
    expect(new Set(periodMetrics.map(({ key }) => key)).size).toBe(periodMetrics.length);
    expect(new Set(periodMetrics.map(({ meaning }) => meaning)).size).toBe(periodMetrics.length);
    periodMetrics.forEach(({ key }, i) => {
      expect(metricIndex[key]).toBe(i);
    });
  });

  it("count money, cases and pools in the run-off too, persons and indices only while the plan runs", () => {
    for (const { running, unit } of periodMetrics) {
      expect(running).toBe(!["money", "cases", "pools"].includes(unit));
    }
  });
});

describe("the metrics of a year", () => {
  it("are summed or averaged, none both", () => {
    const both = [...summedMetrics, ...averagedMetrics];
    expect(new Set(both).size).toBe(both.length);
  });
});

describe("endingCauses", () => {
  it("begin with none, which an engine's record of zeros then means", () => {
    expect(endingCauses[0]).toBe("none");
  });
});
