import { describe, expect, it } from "vitest";
import { isoDate } from "../../src/scenario/day.ts";
import { simulated } from "./simulated.ts";

const { plan, period, column, values } = simulated("scenarios/qingsong.yaml", 512);
const closing = plan.pools[0].closings.findIndex(({ closes }) => closes);
const last = plan.periods.length - 1;

describe("轻松互助 with the parameters of its file", () => {
  it("closes with the settlement after the announcement of 24 March 2021", () => {
    expect(isoDate(plan.periods[closing].date)).toBe("2021-03-31");
  });

  it("pays the last claims in part; the 46 % observed are inside the interval", () => {
    const { q05, q50, q95 } = column("runOff.paidPart");
    expect(q05).toBeLessThan(0.46);
    expect(q95).toBeGreaterThan(0.46);
    expect(q50).toBeGreaterThan(0.2);
    expect(q50).toBeLessThan(0.6);
    const cut = values("runOff.paidPart").filter((part) => part < 1);
    expect(cut.length).toBeGreaterThan(0.7 * 512);
  });

  it("settles once after closing, from deposits, at nobody else's cost", () => {
    expect(period("cases", closing + 1).q95).toBe(0);
    expect(period("cases", last).q50).toBeGreaterThan(0);
    expect(period("aid", last).q50).toBeGreaterThan(0);
    expect(period("aidCut", last).q50).toBeGreaterThan(0);
    expect(column("runOff.subsidy").q95).toBe(0);
  });

  it("has about 17 million people who have registered", () => {
    const { q05, q95 } = column("total.joiners");
    expect(q05).toBeLessThan(17e6);
    expect(q95).toBeGreaterThan(17e6);
  });
});
