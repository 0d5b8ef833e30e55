import { describe, expect, it } from "vitest";
import { openLanes } from "../../src/engine/lanes.ts";
import { drawShocks, type ShockPaths } from "../../src/engine/shocks.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { normalQuantile } from "../../src/random/normalQuantile.ts";
import { probabilityUpTo } from "../../src/random/probabilityOf.ts";
import { mean, months, offBy, planOf } from "./runs.ts";

const pool = `
joining: { initial: 50000 }
members: { ages: 30-39 }
cover: { illnesses: { x: { incidence: 0.1 %, benefit: 1000 } } }`;
const lanes = 20_000;

function shocksOf(plan: Plan, count = lanes): ShockPaths {
  return drawShocks(plan, openLanes(plan.draws, plan.luck, 0, count));
}

function inPeriod(path: Float64Array, t: number, count = lanes): number[] {
  return [...path.subarray(t * count, (t + 1) * count)];
}

describe("yearly shocks", () => {
  for (const kind of ["lognormal", "gamma"] as const) {
    const plan = planOf(`${months(36)}${pool}
shocks: { yearly: { ${kind}: { sd: 20 %, autocorrelation: 0.4 } } }`);
    const { incidence, lapse } = shocksOf(plan);
    const years = [0, 12, 24].map((t) => inPeriod(incidence, t));

    it(`that are ${kind} have mean one and the standard deviation asked`, () => {
      for (const factors of years) {
        expect(offBy(factors, 1)).toBeLessThan(4);
        expect(
          offBy(
            factors.map((factor) => (factor - 1) ** 2),
            0.04,
          ),
        ).toBeLessThan(4);
      }
    });

    it(`that are ${kind} have the autocorrelation asked, on the normal scale`, () => {
      const variance = Math.log(1.04);
      const score = (factor: number) =>
        kind === "lognormal"
          ? (Math.log(factor) + variance / 2) / Math.sqrt(variance)
          : normalQuantile(probabilityUpTo({ kind: "gamma", shape: 25, scale: 0.04 }, factor));
      const scores = years.map((factors) => factors.map(score));
      const products = (a: number, b: number) => scores[a].map((z, lane) => z * scores[b][lane]);
      expect(offBy(products(0, 1), 0.4)).toBeLessThan(4);
      expect(offBy(products(1, 2), 0.4)).toBeLessThan(4);
      expect(offBy(products(0, 2), 0.16)).toBeLessThan(4);
    });

    it(`that are ${kind} hold for a whole calendar year and leave lapse alone`, () => {
      expect(inPeriod(incidence, 11)).toEqual(years[0]);
      expect(inPeriod(incidence, 12)).not.toEqual(years[0]);
      expect(lapse.every((factor) => factor === 1)).toBe(true);
    });
  }

  it("without spread are one", () => {
    const plan = planOf(`${months(2)}${pool}\nshocks: { yearly: { gamma: { sd: 0 } } }`);
    expect([...shocksOf(plan, 3).incidence]).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it("end with the calendar: a run-off that reaches beyond has finite factors", () => {
    const plan = planOf(`${months(12)}${pool}
shocks: { yearly: { lognormal: { sd: 20 % } } }
ending: { hazard: 10 %, runOff: { claimWindow: 180 days } }`);
    expect(plan.periods.length).toBe(18);
    const { incidence } = shocksOf(plan, 5);
    expect(inPeriod(incidence, 12, 5)).toEqual([1, 1, 1, 1, 1]);
    expect(incidence.every(Number.isFinite)).toBe(true);
  });

  it("are drawn by calendar year: a plan that starts a year later sees the same years", () => {
    const shocks = "\nshocks: { yearly: { lognormal: { sd: 20 % } } }";
    const early = shocksOf(planOf(`${months(24)}${pool}${shocks}`), 10);
    const late = shocksOf(planOf(`${months(12).replace("2020-01-01", "2021-01-01")}${pool}${shocks}`), 10);
    expect(inPeriod(late.incidence, 0, 10)).toEqual(inPeriod(early.incidence, 12, 10));
  });
});

describe("events", () => {
  const event = (more: string) =>
    planOf(`${months(6)}${pool}
shocks: { events: [{ name: epidemic, from: 2020-02-15, to: 2020-03-31, ${more} }] }`);

  it("change incidence and lapse only while they last, in part of a period by that part", () => {
    const { incidence, lapse } = shocksOf(event("incidence: 3, lapse: 0.5"), 1);
    // 15 of February's 29 days.
    const february = 15 / 29;
    const expected = (factor: number) => [1, 1 + (factor - 1) * february, factor, 1, 1, 1];
    expect([...incidence]).toEqual(expected(3));
    expect([...lapse]).toEqual(expected(0.5));
  });

  it("happen with their probability, for incidence and lapse together", () => {
    const { incidence, lapse } = shocksOf(event("incidence: 3, lapse: 2, probability: 30 %"));
    const march = inPeriod(incidence, 2);
    expect(
      offBy(
        march.map((factor) => (factor === 3 ? 1 : 0)),
        0.3,
      ),
    ).toBeLessThan(4);
    expect(inPeriod(lapse, 2)).toEqual(march.map((factor) => (factor === 3 ? 2 : 1)));
  });

  it("never happen with probability 0, always with 1", () => {
    expect(mean([...shocksOf(event("incidence: 3, probability: 0"), 50).incidence])).toBe(1);
    expect(inPeriod(shocksOf(event("incidence: 3, probability: 1"), 50).incidence, 2, 50)).toEqual(
      new Array(50).fill(3),
    );
  });

  it("have a size that each replication draws for itself", () => {
    const { incidence } = shocksOf(event("incidence: { uniform: [2, 4] }"));
    const march = inPeriod(incidence, 2);
    expect(Math.min(...march)).toBeGreaterThan(2);
    expect(Math.max(...march)).toBeLessThan(4);
    expect(offBy(march, 3)).toBeLessThan(4);
  });
});
