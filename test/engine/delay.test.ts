import { describe, expect, it } from "vitest";
import { delayProbabilities } from "../../src/engine/delay.ts";
import { newArena } from "../../src/engine/fast/kernel/arena.ts";
import type { Lanes } from "../../src/engine/lanes.ts";
import type { DelayRule } from "../../src/plan/plan.ts";
import { seedKey } from "../../src/random/seedKey.ts";

function lanesWith(...means: number[]): Lanes {
  const key = seedKey("delay");
  const drawn = [Float64Array.from(means)];
  return {
    claimsKey: key,
    shocksKey: key,
    first: 0,
    count: means.length,
    strata: 1,
    drawn,
    arena: newArena(),
  };
}

/** Sum, mean and standard deviation of a lane's delay in periods. */
function moments(probabilities: readonly Float64Array[], lane = 0): [number, number, number] {
  const of = (power: number) => probabilities.reduce((sum, p, j) => sum + p[lane] * j ** power, 0);
  return [of(0), of(1), Math.sqrt(of(2) - of(1) ** 2)];
}

describe("delay", () => {
  it("is nothing where there is none", () => {
    expect(delayProbabilities({ kind: "none" }, lanesWith(1, 1), 100)).toEqual([Float64Array.of(1, 1)]);
  });

  it("is as given by period", () => {
    const given = delayProbabilities({ kind: "periods", probabilities: [0.2, 0.5, 0.3] }, lanesWith(1), 100);
    expect(given.map(([p]) => p)).toEqual([0.2, 0.5, 0.3]);
  });

  for (const kind of ["gamma", "lognormal"] as const) {
    it(`has the mean and standard deviation asked of a ${kind} one, in periods`, () => {
      const rule: DelayRule = { kind, meanPeriods: 6, sdPeriods: 3 };
      const [sum, mean, sd] = moments(delayProbabilities(rule, lanesWith(1), 400));
      expect(sum).toBeCloseTo(1, 12);
      // Rounding to whole periods adds 1/12 to the variance; what is cut off (1e-6) hardly counts.
      expect(mean).toBeCloseTo(6, 3);
      expect(sd).toBeCloseTo(Math.sqrt(9 + 1 / 12), 2);
    });

    it(`of ${kind} kind has no negative probability and ends where next to nothing is left`, () => {
      const rule: DelayRule = { kind, meanPeriods: 2, sdPeriods: 1 };
      const probabilities = delayProbabilities(rule, lanesWith(1), 400);
      expect(Math.min(...probabilities.map(([p]) => p))).toBeGreaterThanOrEqual(0);
      expect(probabilities.length).toBeLessThan(60);
    });
  }

  it("is its mean where it has no spread", () => {
    const at = (meanPeriods: number) =>
      delayProbabilities({ kind: "gamma", meanPeriods, sdPeriods: 0 }, lanesWith(1), 50).map(([p]) => p);
    expect(at(2)).toEqual([0, 0, 1]);
    expect(at(0)).toEqual([1]);
    expect(at(2.6)).toEqual([0, 0, 0, 1]);
  });

  it("reaches no further than what can matter", () => {
    const probabilities = delayProbabilities(
      { kind: "gamma", meanPeriods: 50, sdPeriods: 40 },
      lanesWith(1),
      10,
    );
    expect(probabilities.length).toBe(11);
    expect(moments(probabilities)[0]).toBeLessThan(0.2);
  });

  it("differs by lane where it is uncertain", () => {
    const rule: DelayRule = { kind: "gamma", meanPeriods: { draw: 0 }, sdPeriods: 2 };
    const probabilities = delayProbabilities(rule, lanesWith(3, 8), 400);
    for (const [lane, asked] of [3, 8].entries()) {
      const [sum, mean, sd] = moments(probabilities, lane);
      expect(sum).toBeCloseTo(1, 12);
      expect(mean).toBeCloseTo(asked, 1);
      expect(sd).toBeCloseTo(Math.sqrt(4 + 1 / 12), 1);
    }
  });

  it("of one lane does not depend on the lanes beside it", () => {
    const rule: DelayRule = { kind: "gamma", meanPeriods: { draw: 0 }, sdPeriods: 1 };
    const alone = delayProbabilities(rule, lanesWith(2), 400);
    const beside = delayProbabilities(rule, lanesWith(2, 20), 400);
    expect(beside.length).toBeGreaterThan(alone.length);
    beside.forEach((p, j) => {
      expect(p[0]).toBe(alone[j]?.[0] ?? 0);
    });
  });
});
