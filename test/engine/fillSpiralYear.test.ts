import { describe, expect, it } from "vitest";
import { fillSpiralYear } from "../../src/engine/fillSpiralYear.ts";
import type { SpiralRule } from "../../src/plan/plan.ts";
import { dayOf } from "../../src/scenario/day.ts";
import { runOf } from "./runs.ts";

const dates = ["2020-06-30", "2020-12-31", "2021-06-30", "2021-12-31"];
const periods = dates.map((date) => ({
  from: 0,
  date: dayOf(date) ?? 0,
  year: Number(date.slice(0, 4)),
  stage: 0,
  beyond: false,
}));
const never = Number.POSITIVE_INFINITY;

/** The settlement, from 0 on, at which one replication's spiral begins; null: at none. */
function begins(
  rule: Pick<SpiralRule, "share" | "members">,
  shares: readonly number[],
  members: readonly number[],
  last = 3,
): number | null {
  const into = new Float64Array(1);
  const numbers = (metric: string, t: number) =>
    Float64Array.of((metric === "members" ? members : shares)[t]);
  fillSpiralYear(into, numbers, { ...rule, yearEnds: [1, 3] }, periods, Int32Array.of(last));
  const found = periods.findIndex(({ date }) => 1970 + date / 365.25 === into[0]);
  expect(found >= 0 || into[0] === never).toBe(true);
  return found < 0 ? null : found;
}

const above200 = { kind: "amount", value: 200 } as const;
const belowHalf = { kind: "part", value: 0.5 } as const;

describe("a spiral begins", () => {
  const amount = { share: above200, members: belowHalf };

  it("at the first settlement with both, the share above and membership below", () => {
    expect(begins(amount, [100, 300, 300, 300], [100, 60, 40, 30])).toBe(2);
    expect(begins(amount, [100, 100, 100, 201], [100, 60, 40, 30])).toBe(3);
    expect(begins(amount, [300, 300, 300, 300], [100, 90, 80, 50])).toBeNull();
    expect(begins(amount, [200, 200, 200, 200], [100, 40, 40, 40])).toBeNull();
  });

  it("of the most members so far, not of those to come", () => {
    expect(begins(amount, [300, 300, 300, 300], [10, 20, 100, 60])).toBeNull();
  });

  it("only while the plan runs", () => {
    expect(begins(amount, [100, 100, 100, 300], [100, 60, 40, 0], 2)).toBeNull();
  });

  it("below a number of members once there were as many", () => {
    const number = { share: above200, members: { kind: "number", value: 50 } } as const;
    expect(begins(number, [300, 300, 300, 300], [10, 40, 45, 49])).toBeNull();
    expect(begins(number, [300, 300, 300, 300], [10, 50, 45, 49])).toBe(2);
  });

  it("at times the share of the first complete year that has one, after that year", () => {
    const times = { share: { kind: "times", value: 1.5 }, members: belowHalf } as const;
    expect(begins(times, [900, 100, 150, 151], [100, 40, 40, 40])).toBe(3);
    expect(begins(times, [0, 0, 50, 80], [100, 40, 40, 40])).toBeNull();
    expect(begins(times, [50, 20, 31, 80], [100, 100, 40, 40])).toBe(2);
  });
});

describe("the column of a spiral", () => {
  it("is what the recorded settlements of each replication come to", () => {
    const run = runOf(`
title: a spiral that may come
seed: spiral
replications: 250
engine: fast
calendar: { from: 2020-01-01, periods: 16, settle: { every: 3 months } }
spiral: { share: 35 per year, members: 80 % }
members: { ages: 30-30, classes: { all: { lapse: 4 %, reaction: { power: { reference: 8, elasticity: 2, lookBack: 2 } } } } }
joining: { initial: 10000 }
cover: { level: { uniform: [0.5, 1.5] }, trend: 20 % per year, illnesses: { x: { incidence: 2 %, benefit: 1000 } } }
ending: { hazard: 10 % }`);
    const found = run.column("spiral.year");
    const byHand = found.map((_, r) => {
      const members = run.path("members", r);
      const first = run
        .path("shareRollingYear", r)
        .findIndex(
          (share, t) =>
            t <= run.lastRunning(r) && share > 35 && members[t] < 0.8 * Math.max(...members.slice(0, t + 1)),
        );
      return first < 0 ? never : 1970 + run.plan.periods[first].date / 365.25;
    });
    expect(found).toEqual(byHand);
    const often = found.filter(Number.isFinite).length;
    expect(often).toBeGreaterThan(20);
    expect(often).toBeLessThan(230);
  });
});
