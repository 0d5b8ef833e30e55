import { describe, expect, it } from "vitest";
import { putOff, putOffCounts, releaseBacklog } from "../../src/engine/backlog.ts";
import type { State } from "../../src/engine/state.ts";
import { purpose } from "../../src/random/purpose.ts";
import { openStream } from "../../src/random/streams.ts";
import { mean, months, offBy, poolPlanOf, stateOf } from "./runs.ts";

/** Half of February's claims wait; of these a fifth is lost, the others come back in March (31 days) and April (30 of 61 days). */
const plan = poolPlanOf(`${months(5)}
joining: { initial: 100 }
members: { ages: 30-39, leaveAt: 90 }
cover: { illnesses: { x: { incidence: 1 %, benefit: 1 } } }
shocks: { events: [{ name: lockdown, from: 2020-02-01, to: 2020-02-29, putsOff: 50 %, lost: 20 %, catchUp: 61 days }] }`);

const backlogOf = ({ backlog: [tier] }: State) => [...tier];

describe("expected claims that an event puts off", () => {
  it("wait, but for those lost, and come back evenly over the days of catching up", () => {
    const state = stateOf(plan);
    const reported = Float64Array.of(100);
    putOff(state, 0, 1, reported);
    expect(reported[0]).toBe(50);
    expect(backlogOf(state)).toEqual([
      0,
      0,
      expect.closeTo((40 * 31) / 61, 12),
      expect.closeTo((40 * 30) / 61, 12),
      0,
    ]);
    const march = Float64Array.of(7);
    releaseBacklog(state, 0, 2, march);
    expect(march[0]).toBeCloseTo(7 + (40 * 31) / 61, 12);
  });

  it("are not put off before and after", () => {
    const state = stateOf(plan);
    for (const t of [0, 2]) {
      const reported = Float64Array.of(100);
      putOff(state, 0, t, reported);
      expect(reported[0]).toBe(100);
    }
    expect(backlogOf(state)).toEqual([0, 0, 0, 0, 0]);
  });
});

describe("counted claims that an event puts off", () => {
  const stream = (state: State, replication: number) =>
    openStream(state.lanes.claimsKey, replication, purpose("put off"), 1);

  it("are as many on average, and none is lost but those", () => {
    const states = Array.from({ length: 1000 }, () => stateOf(plan));
    const reported = states.map((state, i) => putOffCounts(state, 0, 1, 0, 100, stream(state, i)));
    const back = states.map((state) => backlogOf(state));
    expect(offBy(reported, 50)).toBeLessThan(4);
    expect(
      offBy(
        back.map(([, , march]) => march),
        (40 * 31) / 61,
      ),
    ).toBeLessThan(4);
    expect(
      offBy(
        back.map(([, , , april]) => april),
        (40 * 30) / 61,
      ),
    ).toBeLessThan(4);
    expect(back.flat().every(Number.isInteger)).toBe(true);
    expect(mean(reported)).toBeGreaterThan(40);
  });

  it("come back in their period", () => {
    const state = stateOf(plan);
    state.backlog[0][2] = 6;
    expect(putOffCounts(state, 0, 2, 0, 3, stream(state, 0))).toBe(9);
  });
});
