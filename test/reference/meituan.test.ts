import { describe, expect, it } from "vitest";
import { isoDate } from "../../src/scenario/day.ts";
import { simulated } from "./simulated.ts";

const { scenario, plan, settledOn, period, column, values } = simulated("scenarios/meituan.yaml", 512);
const closing = plan.pools[0].closings.findIndex(({ closes }) => closes);

describe("美团互助 with the parameters of its file", () => {
  it("gives back exactly what members ever paid, in every replication", () => {
    const paid = values("total.contributions");
    const given = values("total.refunds");
    expect(Math.min(...paid)).toBeGreaterThan(0);
    paid.forEach((amount, i) => {
      expect(Math.abs(given[i] / amount - 1)).toBeLessThan(1e-9);
    });
  });

  it("asks for a cent or two in the middle of 2020, from millions", () => {
    const august = settledOn("2020-08-13");
    expect(period("share", august).q50).toBeGreaterThanOrEqual(0.01);
    expect(period("share", august).q50).toBeLessThanOrEqual(0.03);
    expect(period("sharers", settledOn("2020-04-24")).q05).toBeGreaterThan(10e6);
  });

  it("has nearly all that was observed inside its 90 % interval", () => {
    const outside = scenario.history.filter(({ day, figure, value }) => {
      if (figure !== "share" && figure !== "cases" && figure !== "sharers") throw new Error(figure);
      const { q05, q95 } = period(figure, settledOn(isoDate(day)));
      return value < q05 - 1e-9 || value > q95 + 1e-9;
    });
    expect(scenario.history.length).toBeGreaterThanOrEqual(4);
    expect(outside).toEqual([]);
  });

  it("loses at least a third of those who join for want of funds", () => {
    expect(column("total.defaulted").q50).toBeGreaterThan(column("total.joiners").q50 / 3);
  });

  it("pays for illness before closing another 180 days, at the operator's cost", () => {
    // The last settlement before 31 January: they are on the 14th and the 28th.
    expect(isoDate(plan.periods[closing].date)).toBe("2021-01-28");
    expect(period("contributions", closing + 1).q95).toBe(0);
    expect(period("aid", closing + 5).q50).toBeGreaterThan(0);
    expect(column("runOff.cost").q05).toBeGreaterThan(0);
    const owed = column("runOff.cost").mean + column("runOff.refunds").mean;
    // But for a surplus that a replication carries into it.
    expect(Math.abs(column("runOff.subsidy").mean / owed - 1)).toBeLessThan(1e-5);
  });
});
