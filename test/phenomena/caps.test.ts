import { describe, expect, it } from "vitest";
import type { PeriodMetric } from "../../src/plan/metrics.ts";
import { planOf, type Run, runPlan } from "../engine/runs.ts";
import { cap, plan } from "./caps.ts";

const replications = 200;
const periods = 6;
const fee = 0.1;

const run = (bearer: string | null) => {
  const { sharing, ...others } = { sharing: {}, ...plan(bearer, periods, replications) };
  return runPlan(planOf(JSON.stringify({ ...others, sharing: { ...sharing, fee } })));
};

/** A number of every period of every replication. */
const all = (of: Run, number: (at: (metric: PeriodMetric) => number) => number) =>
  Array.from({ length: replications }, (_, i) =>
    Array.from({ length: periods }, (_, t) => number((metric) => of.at(metric, t, i))),
  ).flat();

const expectSame = (found: readonly number[], expected: readonly number[]) => {
  expect(found).toHaveLength(expected.length);
  const apart = found.map((x, i) => Math.abs(x - expected[i]));
  expect(Math.max(...apart)).toBeLessThan(1e-9);
};

const uncapped = run(null);
const costs = all(uncapped, (at) => at("aid") + at("fee"));
const capped = { operator: run("operator"), aid: run("aid"), nextPeriod: run("nextPeriod") };

describe("with the same luck, a cap", () => {
  it.each(Object.entries(capped))("leaves cases, members and aid owed as they were (%s)", (_, of) => {
    for (const metric of ["cases", "members", "sharers"] as const)
      expectSame(
        all(of, (at) => at(metric)),
        all(uncapped, (at) => at(metric)),
      );
    expectSame(
      all(of, (at) => at("aid") + at("aidCut")),
      all(uncapped, (at) => at("aid")),
    );
  });

  it("binds in some periods and not in others", () => {
    const cut = all(capped.operator, (at) => at("subsidy")).filter((subsidy) => subsidy > 0);
    expect(cut.length).toBeGreaterThan(0.1 * costs.length);
    expect(cut.length).toBeLessThan(0.9 * costs.length);
  });

  it("moves what it cuts off to the operator: members and operator pay the cost", () => {
    expectSame(
      all(capped.operator, (at) => at("contributions") + at("subsidy")),
      costs,
    );
    for (const metric of ["aidCut", "surplus"] as const)
      expect(new Set(all(capped.operator, (at) => at(metric)))).toEqual(new Set([0]));
  });

  it("moves it to the aided: members pay the cost of the aid that is left, the fee on it too", () => {
    expectSame(
      all(capped.aid, (at) => at("contributions") + at("aidCut") * (1 + fee)),
      costs,
    );
    for (const metric of ["subsidy", "surplus"] as const)
      expect(new Set(all(capped.aid, (at) => at(metric)))).toEqual(new Set([0]));
  });

  it("moves it to the next period: what members have paid and still owe is all cost so far", () => {
    for (let i = 0; i < replications; i++) {
      const owed = uncapped.path("contributions", i).reduce((sum, paid) => sum + paid, 0);
      const paid = capped.nextPeriod.path("contributions", i).reduce((sum, of) => sum + of, 0);
      expect(paid - capped.nextPeriod.at("surplus", periods - 1, i)).toBeCloseTo(owed, 9);
    }
    for (const metric of ["subsidy", "aidCut"] as const)
      expect(new Set(all(capped.nextPeriod, (at) => at(metric)))).toEqual(new Set([0]));
  });

  it("costs members as much with the operator as with the aided, and never more than the cap", () => {
    const paid = (of: Run) => all(of, (at) => at("share"));
    expectSame(paid(capped.operator), paid(capped.aid));
    for (const of of Object.values(capped))
      expect(Math.max(...paid(of))).toBeLessThanOrEqual(cap * (1 + 1e-12));
  });
});
