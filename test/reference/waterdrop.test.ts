import { describe, expect, it } from "vitest";
import { simulated } from "./simulated.ts";

const file = "scenarios/waterdrop.yaml";
const { scenario, plan, settledOn, period, column, values } = simulated(file, 96);
const december = settledOn("2018-12-15");
const september = settledOn("2019-09-30");

describe("水滴互助 with the parameters of its file", () => {
  it("has each observed figure inside its interval", () => {
    const figures = scenario.history.map(({ day, figure, value }) => {
      const t = plan.periods.findLastIndex(({ date }) => date <= day);
      const { q05, q95 } = figure.startsWith("years.")
        ? column(figure.replace("years", `years.${plan.periods[t].year}`))
        : period("sharers", t);
      return { figure, inside: q05 <= value && value <= q95 };
    });
    expect(figures.length).toBe(4);
    expect(figures.filter(({ inside }) => !inside)).toEqual([]);
  });

  it("loses more than half of its sharers between the start of 2019 and its end", () => {
    const peak = values("peak.members");
    const end = values("years.2019.members");
    expect(end.filter((left, i) => left < peak[i] / 2).length).toBeGreaterThan(0.95 * end.length);
    expect(period("sharers", september).q50).toBeLessThan(0.5 * period("sharers", december).q50);
  });

  it("loses them because their deposits are used up: hardly anybody lapses", () => {
    for (const t of [december, settledOn("2019-04-15"), september])
      expect(period("defaulted", t).q50).toBeGreaterThan(20 * period("lapsed", t).q50);
  });

  it("has no date by which members leave or joining stops", () => {
    const { events } = scenario.shocks;
    expect(events.every(({ lapse, joining }) => lapse === 1 && joining === 1)).toBe(true);
    for (const { joining, stages } of scenario.pools) {
      expect(joining.schedule.length + joining.target.length).toBe(0);
      expect(new Set(stages.map(({ members }) => JSON.stringify(members))).size).toBe(1);
    }
  });

  it("would have kept most of them if all had topped up", () => {
    const all = simulated(
      file,
      16,
      ["healthy", "average", "ailing"].map((one) => `members.classes.${one}.topUp=1`),
    );
    expect(all.column("years.2019.members").q50).toBeGreaterThan(0.8 * all.column("peak.members").q50);
  });

  it("gives all balances back and lets the operator pay the run-off", () => {
    expect(column("runOff.depositsLost").q95).toBe(0);
    expect(column("runOff.depositsReturned").q05).toBeGreaterThan(0);
    expect(column("runOff.subsidy").q50).toBeGreaterThan(0.9 * column("runOff.cost").q50);
  });
});
