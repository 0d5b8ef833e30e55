import { describe, expect, it } from "vitest";
import { makePlan } from "../../src/plan/makePlan.ts";
import { poolOf } from "../helpers/scenarioOf.ts";

const planOf = (sections: object) => makePlan(poolOf(sections));

describe("the shocks", () => {
  it("have the part of each period that an event takes up", () => {
    const events = [{ name: "flu", from: "2021-02-20", to: "2021-03-17", incidence: { uniform: [1, 3] } }];
    const { shocks, draws } = planOf({ shocks: { events } });
    expect([...shocks.events[0].parts]).toEqual([0, 9 / 28, 17 / 31, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(shocks.events[0].incidence).toEqual({ draw: 0 });
    expect(draws[0].path).toBe("shocks.events[0].incidence");
    expect(shocks.yearly).toBeNull();
  });

  it("carry the yearly one's numbers", () => {
    const { shocks } = planOf({ shocks: { yearly: { lognormal: { sd: 0.03, autocorrelation: 0.5 } } } });
    expect(shocks.yearly).toEqual({ kind: "lognormal", sd: 0.03, autocorrelation: 0.5 });
  });
});
