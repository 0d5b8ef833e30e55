import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BlockOutcome } from "../../src/engine/outcome.ts";
import { simulateBlock } from "../../src/engine/simulateBlock.ts";
import { makePlan } from "../../src/plan/makePlan.ts";
import { metricIndex, type PeriodMetric, periodMetrics } from "../../src/plan/metrics.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { scenarioOf } from "../helpers/scenarioOf.ts";
import { anyChoices, type Choices, inOtherOrder, scenarioOfChoices } from "./anyPlan.ts";

const runs = { numRuns: 100, seed: 20_180_516 };

interface Simulated {
  readonly plan: Plan;
  readonly outcome: BlockOutcome;
}

function simulated(scenario: object): Simulated {
  const plan = makePlan(scenarioOf(scenario));
  return { plan, outcome: simulateBlock(plan, 0) };
}

/** A metric of the whole plan in all periods and replications. */
function path({ outcome }: Simulated, metric: PeriodMetric, series = 0): Float64Array {
  const { periods, count } = outcome;
  const first = metricIndex[metric] * periods * count;
  return outcome.series[series].paths.subarray(first, first + periods * count);
}

const sum = (of: Float64Array) => of.reduce((total, value) => total + value, 0);

/** Whatever a plan did, by the names of its columns and pools. */
function results({ plan, outcome }: Simulated): object {
  const { series, columns } = outcome;
  return { names: plan.columns.map(({ name }) => name), series, columns };
}

describe("any plan, with pools, deposits, weights, premiums, juries and endings", () => {
  it("keeps its books, deposits and members balanced, and records finite numbers (a run that does not throws)", () => {
    fc.assert(
      fc.property(anyChoices, (of) => {
        const run = simulated(scenarioOfChoices(of));
        expect(run.outcome.maxImbalance).toBeLessThan(1e-9);
        expect(run.outcome.maxMemberImbalance).toBeLessThan(1e-9);
        for (const { key } of periodMetrics) expect(path(run, key).every(Number.isFinite), key).toBe(true);
      }),
      runs,
    );
  });

  it("loses no deposits between its pools", () => {
    const prepaid = anyChoices.filter(
      ({ funding, rule }) => funding !== undefined && rule !== "age" && rule !== "expectedCost",
    );
    fc.assert(
      fc.property(prepaid, (of) => {
        const run = simulated(scenarioOfChoices(of));
        const { periods, count } = run.outcome;
        const heldAtEnd = sum(path(run, "deposits").subarray((periods - 1) * count));
        const came = sum(path(run, "depositsPaid")) + sum(path(run, "depositsCredited"));
        const went =
          sum(path(run, "depositsUsed")) +
          sum(path(run, "depositsReturned")) +
          sum(path(run, "depositsLost"));
        expect(Math.abs(came - went - heldAtEnd)).toBeLessThanOrEqual(1e-9 * came);
      }),
      runs,
    );
  });

  it("asks nobody for more than a cap, whatever the weights", () => {
    const capped = anyChoices
      .map((of): Choices => ({ ...of, charge: "caps", feePerHead: 0 }))
      .filter(({ rule, pools }) => rule !== "expectedCost" && pools !== "copies");
    fc.assert(
      fc.property(capped, (of) => {
        const run = simulated(scenarioOfChoices(of));
        const { series } = run.outcome;
        for (let s = series.length > 1 ? 1 : 0; s < series.length; s++) {
          const cases = path(run, "cases", s);
          path(run, "share", s).forEach((share, i) => {
            expect(share).toBeLessThanOrEqual(Math.min(15, 2 * cases[i]) * (1 + 1e-9));
          });
        }
      }),
      runs,
    );
  });

  it("never has the operator pay more than its budget", () => {
    const budgeted = anyChoices
      .map((of): Choices => ({ ...of, budget: of.budget ?? "aid" }))
      .filter(({ pools }) => pools === "one");
    fc.assert(
      fc.property(budgeted, (of) => {
        const run = simulated(scenarioOfChoices(of));
        const { count } = run.outcome;
        const subsidy = path(run, "subsidy");
        for (let replication = 0; replication < count; replication++) {
          const paid = sum(subsidy.filter((_, i) => i % count === replication));
          expect(paid).toBeLessThanOrEqual(4000 * (1 + 1e-9));
        }
      }),
      { ...runs, numRuns: 60 },
    );
  });

  it("pays nothing to the waiting", () => {
    fc.assert(
      fc.property(anyChoices, (of) => {
        const chosen: Choices = { ...of, pools: "one", settle: "1 month" };
        const scenario = scenarioOfChoices(chosen) as { cover: object };
        const waiting = {
          ...scenario,
          cover: { ...scenario.cover, waiting: "420 days" },
          joining: { schedule: [{ from: "2020-03-01", perYear: 900 }] },
        };
        const run = simulated(waiting);
        expect(sum(path(run, "joiners"))).toBeGreaterThan(0);
        expect(sum(path(run, "aid"))).toBe(0);
        expect(sum(path(run, "cases"))).toBe(0);
      }),
      { ...runs, numRuns: 60 },
    );
  });

  it("costs nothing without claims, and asks for nothing without a premium or fee per head", () => {
    const harmless = anyChoices.map(
      (of): Choices => ({
        ...of,
        feePerHead: 0,
        charge: of.charge === "premium" ? "none" : of.charge,
      }),
    );
    fc.assert(
      fc.property(harmless, (of) => {
        const scenario = scenarioOfChoices(of) as { cover: object };
        const run = simulated({ ...scenario, cover: { ...scenario.cover, level: 0 } });
        for (const metric of ["aid", "aidCut", "fee", "share", "cases"] as const)
          expect(sum(path(run, metric)), metric).toBe(0);
      }),
      { ...runs, numRuns: 60 },
    );
  });

  it("asks for twice as much where all amounts are doubled", () => {
    fc.assert(
      fc.property(anyChoices, (of) => {
        const once = simulated(scenarioOfChoices(of));
        const twice = simulated(scenarioOfChoices(of, { unit: 2 }));
        const shares = path(twice, "share");
        path(once, "share").forEach((share, i) => {
          expect(Math.abs(shares[i] - 2 * share)).toBeLessThanOrEqual(1e-6 * (1 + shares[i]));
        });
      }),
      { ...runs, numRuns: 60 },
    );
  });

  it("does not depend on the order in which classes, ages, illnesses and pools are listed", () => {
    fc.assert(
      fc.property(anyChoices, (of) => {
        const scenario = scenarioOfChoices(of);
        expect(results(simulated(inOtherOrder(scenario)))).toEqual(results(simulated(scenario)));
      }),
      { ...runs, numRuns: 60 },
    );
  });

  it("does the same with one pool that has a name as with the only one, but for its luck", () => {
    fc.assert(
      fc.property(anyChoices, (of) => {
        const scenario = scenarioOfChoices({ ...of, pools: "one", incidence: 0, engine: "fast" });
        const { joining, ...others } = scenario as { joining: object };
        const still = { ...others, cover: { ...(others as { cover: object }).cover, level: 0 } };
        const named = simulated({ ...still, pools: { only: { joining } } });
        expect(path(named, "members")).toEqual(path(simulated({ ...still, joining }), "members"));
      }),
      { ...runs, numRuns: 30 },
    );
  });
});
