import { describe, expect, it } from "vitest";
import { simulateBlock } from "../../src/engine/simulateBlock.ts";
import { makePlan } from "../../src/plan/makePlan.ts";
import { metricIndex, type PeriodMetric } from "../../src/plan/metrics.ts";
import { poolOf } from "../helpers/scenarioOf.ts";

const money = [
  "aid",
  "aidCut",
  "fee",
  "subsidy",
  "contributions",
  "refunds",
  "surplus",
] as const satisfies readonly PeriodMetric[];

/** All amounts of money that a run of the exact engine books, in cents. */
function bookedCents(sections: object): number[] {
  const plan = makePlan(poolOf({ engine: "exact", replications: 100, ...sections }));
  const { series, periods, count } = simulateBlock(plan, 0);
  return money.flatMap((metric) => {
    const first = metricIndex[metric] * periods * count;
    return Array.from(series[0].paths.subarray(first, first + periods * count), (amount) => amount * 100);
  });
}

const furthestFromWhole = (cents: readonly number[]) =>
  Math.max(...cents.map((amount) => Math.abs(amount - Math.round(amount))));

const often = { illnesses: { any: { incidence: 0.2, benefit: 1234.56 } } };

describe("the exact engine's books", () => {
  it("are kept to the cent where shares are rounded to it: fee, contributions and carried surplus too", () => {
    const cents = bookedCents({ cover: often, sharing: { fee: "7.3 %", roundUpTo: 0.01 } });

    expect(cents.filter((amount) => amount !== 0).length).toBeGreaterThan(1000);
    expect(furthestFromWhole(cents)).toBeLessThan(1e-4);
  });

  it("are so with a cap, whose excess the operator pays or the next period bears", () => {
    for (const excess of ["operator", "nextPeriod"]) {
      const sharing = { fee: "7.3 %", roundUpTo: 0.01, caps: { perCase: 1 }, excess };

      expect(furthestFromWhole(bookedCents({ cover: often, sharing }))).toBeLessThan(1e-4);
    }
  });

  it("are not where nothing is rounded", () => {
    expect(furthestFromWhole(bookedCents({ cover: often, sharing: { fee: "7.3 %" } }))).toBeGreaterThan(0.01);
  });
});
