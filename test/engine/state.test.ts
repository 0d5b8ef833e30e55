import { describe, expect, it } from "vitest";
import { months, offBy, poolPlanOf, stateOf } from "./runs.ts";

const pool = `${months(6)}
joining: { initial: { uniform: [100, 300] } }
members: { ages: 20-39, mix: [{ ages: 20-29, portion: 75 % }, { ages: 30-39, portion: 25 % }] }
cover: { illnesses: { x: { incidence: [{ ages: 0-29, rate: 1 % }, { ages: 30-39, rate: 2 % }], benefit: 1000 } } }`;

describe("the state before the first period", () => {
  const plan = poolPlanOf(pool);
  const state = stateOf(plan, 4000);

  it("has every plan running under the first rules", () => {
    expect(state.status.every((status) => status === 0)).toBe(true);
    expect(state.rules).toBe(state.stages[0]);
    expect([...new Set(state.lastRunning)]).toEqual([5]);
  });

  it("counts the initial members that each replication drew as joined", () => {
    expect([...state.joinedSoFar]).toEqual([...state.lanes.drawn[0]]);
    expect(state.joinedSoFar).not.toBe(state.lanes.drawn[0]);
  });

  it("knows the incidence of the first joiners' ages", () => {
    expect(state.incidenceAtStart[0]).toBeCloseTo(0.75 * 0.01 + 0.25 * 0.02, 15);
  });

  it("draws when a plan would be closed from outside: exponential with mean one", () => {
    expect(offBy([...state.closingThreshold], 1)).toBeLessThan(4);
    expect(Math.min(...state.closingThreshold)).toBeGreaterThan(0);
  });

  it("is the same for a replication in any lane", () => {
    const one = stateOf(plan, 1, 17);
    expect(one.closingThreshold[0]).toBe(state.closingThreshold[17]);
    expect(one.joinedSoFar[0]).toBe(state.joinedSoFar[17]);
  });
});
