import { describe, expect, it } from "vitest";
import { criticalDistance, disagreements, kolmogorovSmirnov, pool } from "../engine/bothEngines.ts";
import { runOf } from "../engine/runs.ts";

const replications = 20_000;

describe("the two engines", () => {
  for (const members of [50_000, 5_000_000]) {
    describe(`on a pool of ${members}`, () => {
      const exact = runOf(pool("exact", members, replications));
      const fast = runOf(pool("fast", members, replications));

      for (const year of [2020, 2021, 2022]) {
        it(`agree in the distribution of the share of ${year}`, () => {
          const column = `years.${year}.share`;
          const distance = kolmogorovSmirnov(exact.column(column), fast.column(column));
          expect(distance).toBeLessThan(criticalDistance(replications));
        });
      }

      it("agree in the means of all metrics of all periods", () => {
        expect(disagreements(exact, fast, 4)).toEqual([]);
      });

      it("balance", () => {
        expect(Math.max(exact.maxImbalance, fast.maxImbalance)).toBeLessThan(1e-9);
      });
    });
  }
});
