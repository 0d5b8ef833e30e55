import { describe, expect, it } from "vitest";
import { isoDate } from "../../src/scenario/day.ts";
import { simulated } from "./simulated.ts";

const { scenario, plan, period, column, values } = simulated("scenarios/baidu-denghuo.yaml", 512);

describe("百度灯火互助 with the parameters of its file", () => {
  it("has no other reason to end than its minimum of 500,000 members", () => {
    for (const { ending } of scenario.pools[0].stages) {
      const { minimumMembers, closing, hazard, shareCeiling, operator } = ending;
      expect(minimumMembers).toEqual({ members: 500_000, graceDays: 0 });
      expect([closing, hazard, shareCeiling, operator]).toEqual([null, 0, null, null]);
    }
  });

  it("ends by it in nearly all replications, below 500,000 members and not far below", () => {
    const ended = values("ending.year").filter(Number.isFinite);
    expect(ended.length).toBeGreaterThan(0.98 * 512);
    const members = values("atEnding.members").filter((of) => of > 0);
    expect(Math.max(...members)).toBeLessThan(500_000);
    expect(Math.min(...members)).toBeGreaterThan(450_000);
  });

  it("ends about September 2020, in the median", () => {
    // Not by `column`: a replication may not end at all.
    const ends = values("ending.year").slice().sort();
    expect(Math.abs(ends[ends.length >> 1] - 2020.69)).toBeLessThan(0.15);
  });

  it("never grows much above the minimum", () => {
    expect(column("peak.members").q95).toBeLessThan(550_000);
  });

  it("has an inflow that dries up", () => {
    const joiners = (date: string) =>
      period(
        "joiners",
        plan.periods.findIndex((of) => isoDate(of.date) === date),
      ).q50;
    expect(joiners("2020-06-28")).toBeLessThan(0.1 * joiners("2019-12-28"));
  });
});
