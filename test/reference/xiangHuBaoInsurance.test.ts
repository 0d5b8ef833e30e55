import { describe, expect, it } from "vitest";
import { simulated } from "./simulated.ts";

const replications = 1024;
const { settledOn, period, causes, values } = simulated(
  "scenarios/xiang-hu-bao-insurance.yaml",
  replications,
);
const part = (which: ArrayLike<boolean>) => Array.from(which).filter(Boolean).length / replications;
/** 50 days after 16 October 2018 it is 5 December. */
const within50Days = Array.from(values("ending.year[pool=insurance]"), (year) => year < 2018.93);

describe("相互保 with the parameters of its file", () => {
  it("is likely, not sure, to be closed within 50 days, by the regulator", () => {
    expect(part(within50Days)).toBeGreaterThan(0.6);
    expect(part(within50Days)).toBeLessThan(0.9);
    expect(part(causes("insurance").map((cause) => cause === "hazard"))).toBeGreaterThan(0.95);
  });

  it("hands all its members on: nobody is lost but who leaves while it happens", () => {
    const members = values("atEnding.members[pool=insurance]");
    const moved = values("total.movedIn[pool=mutual-aid]");
    within50Days.forEach((closed, i) => {
      if (closed) expect(moved[i]).toBeCloseTo(members[i], 0);
    });
  });

  it("leaves no run-off when it closes within 50 days: nobody was past waiting", () => {
    const cost = values("runOff.cost[pool=insurance]");
    within50Days.forEach((closed, i) => {
      if (closed) expect(cost[i]).toBe(0);
    });
  });

  it("lets them pay a first share of 0.03 or so on 28 January 2019, with the waiting they have served", () => {
    const january = settledOn("2019-01-28");
    expect(period("cases", settledOn("2018-12-28")).q95).toBe(0);
    expect(period("cases", january).mean).toBeGreaterThan(1);
    expect(Math.abs(period("share", january).q50 - 0.03)).toBeLessThan(0.011);
    expect(period("sharers", january).q95).toBeGreaterThan(23e6);
  });
});
