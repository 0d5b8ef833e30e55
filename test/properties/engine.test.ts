import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { periodMetrics } from "../../src/plan/metrics.ts";
import { type Run, runOf } from "../engine/runs.ts";
import { anyPool, anyPools } from "./anyPool.ts";

const runs = { numRuns: 50, seed: 20_190_128 };

/** JSON is YAML. */
function runScenario(given: object): Run {
  return runOf(JSON.stringify(given));
}

function forEachReplication(run: Run, visit: (replication: number) => void): void {
  for (let i = 0; i < run.replications; i++) visit(i);
}

/** A run and, if it has several, its pools. */
function withPools(run: Run): Run[] {
  const { pools } = run.plan;
  return [run, ...(pools.length > 1 ? pools.map(({ name }) => run.of(name)) : [])];
}

/** Whether none of the pools has ended, up to the end of a period. */
function allRun(run: Run, t: number, replication: number): boolean {
  const pools = run.plan.pools.reduce((sum, { copies }) => sum + copies, 0);
  return run.at("poolsRunning", t, replication) === pools;
}

const persons = [
  "members",
  "covered",
  "sharers",
  "joiners",
  "movedIn",
  "lapsed",
  "defaulted",
  "claimed",
  "waitingIll",
  "died",
  "agedOut",
  "movedOut",
  "cases",
  "denied",
] as const;
const money = [
  "aid",
  "aidCut",
  "fee",
  "subsidy",
  "contributions",
  "refunds",
  "share",
  "shareRollingYear",
  "depositsPaid",
  "depositsCredited",
  "depositsUsed",
  "depositsReturned",
  "depositsLost",
  "deposits",
] as const;

const anyPlan = fc.oneof(anyPool, anyPools);

describe("any plan", () => {
  it("runs without breaking a rule, and records finite numbers", () => {
    fc.assert(
      fc.property(anyPlan, (given) => {
        const run = runScenario(given);
        expect(run.maxImbalance).toBeLessThan(1e-9);
        for (const of of withPools(run)) {
          forEachReplication(run, (i) => {
            for (const { key } of periodMetrics)
              expect(of.path(key, i).every(Number.isFinite), key).toBe(true);
          });
        }
      }),
      { ...runs, numRuns: 100 },
    );
  });

  it("has no negative persons and money, and no more covered and sharers than members", () => {
    fc.assert(
      fc.property(anyPlan, (given) => {
        const run = runScenario(given);
        forEachReplication(run, (i) => {
          for (const key of [...persons, ...money])
            expect(Math.min(...run.path(key, i)), key).toBeGreaterThanOrEqual(0);
          run.path("members", i).forEach((of, t) => {
            expect(run.at("covered", t, i)).toBeLessThanOrEqual(of * (1 + 1e-12));
            // In a run-off those may be asked who were members when the pool ended.
            if (allRun(run, t, i)) expect(run.at("sharers", t, i)).toBeLessThanOrEqual(of * (1 + 1e-12));
          });
          if (given.engine !== "exact") return;
          for (const key of persons.filter((of) => of !== "sharers"))
            expect(run.path(key, i).every(Number.isInteger), key).toBe(true);
        });
      }),
      runs,
    );
  });

  it("keeps the deposits that members hold, whichever pool they are in", () => {
    fc.assert(
      fc.property(anyPlan, (given) => {
        const run = runScenario(given);
        forEachReplication(run, (i) => {
          let came = 0;
          let gone = 0;
          for (const t of run.plan.periods.keys()) {
            const at = (metric: (typeof money)[number]) => run.at(metric, t, i);
            came += at("depositsPaid") + at("depositsCredited");
            gone += at("depositsUsed") + at("depositsReturned") + at("depositsLost");
            // Those who move to another pool arrive with the next period.
            expect(came - gone - at("deposits")).toBeGreaterThanOrEqual(-1e-9 * came);
            if (given.funding && allRun(run, t, i))
              expect(at("depositsUsed")).toBeCloseTo(at("contributions"), 6);
          }
          const atEnd = run.at("deposits", run.plan.periods.length - 1, i);
          expect(Math.abs(came - gone - atEnd)).toBeLessThanOrEqual(1e-9 * came);
        });
      }),
      runs,
    );
  });

  it("asks nobody for more than its caps and is rounded to its unit", () => {
    fc.assert(
      fc.property(anyPool, (given) => {
        const { caps, feePerHead, rule, premium, roundUpTo: unit } = given.sharing;
        const { perCase, perPeriod, perYear } = caps;
        const run = runScenario(given);
        const known = (of: unknown) => (typeof of === "number" ? of * (1 + 1e-9) : Number.POSITIVE_INFINITY);
        const isRounded = unit > 0 && rule === "equal" && !premium && !given.funding;
        forEachReplication(run, (i) => {
          run.path("share", i).forEach((share, t) => {
            expect(share).toBeLessThanOrEqual(known(perPeriod));
            const cases = run.at("cases", t, i);
            if (typeof perCase === "number")
              expect(share).toBeLessThanOrEqual(known(perCase * cases + feePerHead));
            if (isRounded) expect(Math.abs(share / unit - Math.round(share / unit))).toBeLessThan(1e-9);
          });
        });
        // Of each class, as far as weights differ by class.
        for (const { name, of } of run.plan.columns) {
          const isShare = of.kind === "classSum" && of.year !== null && of.metric === "share";
          const isYear = isShare || (of.kind === "yearSum" && of.metric === "share");
          if (isYear) expect(Math.max(...run.column(name)), name).toBeLessThanOrEqual(known(perYear));
        }
      }),
      runs,
    );
  });

  it("has no cases and pays nothing while everybody waits", () => {
    fc.assert(
      fc.property(anyPool, (given) => {
        const none = Object.entries(given.cover.illnesses).map(([name, { waiting: _, ...one }]) => [
          name,
          one,
        ]);
        const waits = {
          ...given,
          calendar: { ...given.calendar, settle: { every: "1 month" } },
          joining: { schedule: [{ from: "2020-02-10", perYear: 4000 }], rejoin: given.joining.rejoin },
          cover: {
            ...given.cover,
            waiting: `${given.calendar.periods * 30} days`,
            illnesses: Object.fromEntries(none),
          },
        };
        const run = runScenario(waits);
        for (const t of run.plan.periods.keys()) {
          for (const metric of ["cases", "covered", "aid", "aidCut"] as const)
            expect(Math.max(...run.across(metric, t))).toBe(0);
        }
      }),
      runs,
    );
  });

  it("costs nothing without claims, but for fees per head and premiums", () => {
    fc.assert(
      fc.property(anyPlan, (given) => {
        const healthy = {
          ...given,
          cover: { ...given.cover, level: 0 },
          sharing: { ...given.sharing, feePerHead: 0 },
        };
        const run = runScenario(healthy);
        const free = ["cases", "denied", "aid", "aidCut", "subsidy"] as const;
        const unasked = ["share", "contributions", "fee", "depositsUsed", "refunds"] as const;
        for (const t of run.plan.periods.keys()) {
          for (const metric of given.sharing.premium ? free.slice(0, 4) : [...free, ...unasked])
            expect(Math.max(...run.across(metric, t).map(Math.abs)), metric).toBe(0);
        }
      }),
      runs,
    );
  });
});
