import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { periodMetrics } from "../../src/plan/metrics.ts";
import { type Run, runOf } from "../engine/runs.ts";
import { anyPool } from "./anyPool.ts";

const runs = { numRuns: 100, seed: 20_190_128 };

/** JSON is YAML. */
function runScenario(given: object): Run {
  return runOf(JSON.stringify(given));
}

function forEachReplication(run: Run, visit: (replication: number) => void): void {
  for (let i = 0; i < run.replications; i++) visit(i);
}

const persons = [
  "members",
  "covered",
  "sharers",
  "joiners",
  "lapsed",
  "defaulted",
  "claimed",
  "died",
  "agedOut",
  "cases",
] as const;
const money = ["aid", "aidCut", "fee", "subsidy", "contributions", "share", "shareRollingYear"] as const;

describe("any plan", () => {
  it("runs without breaking a rule, and records finite numbers", () => {
    fc.assert(
      fc.property(anyPool, (given) => {
        const run = runScenario(given);
        expect(run.maxImbalance).toBeLessThan(1e-9);
        forEachReplication(run, (i) => {
          for (const { key } of periodMetrics)
            expect(run.path(key, i).every(Number.isFinite), key).toBe(true);
        });
      }),
      runs,
    );
  });

  it("has no negative persons and money, and no more covered than members", () => {
    fc.assert(
      fc.property(anyPool, (given) => {
        const run = runScenario(given);
        forEachReplication(run, (i) => {
          for (const key of [...persons, ...money])
            expect(Math.min(...run.path(key, i)), key).toBeGreaterThanOrEqual(0);
          run.path("members", i).forEach((members, t) => {
            expect(run.at("covered", t, i)).toBeLessThanOrEqual(members * (1 + 1e-12));
            expect(run.at("sharers", t, i)).toBeLessThanOrEqual(members * (1 + 1e-12));
          });
          if (given.engine !== "exact") return;
          for (const key of persons) expect(run.path(key, i).every(Number.isInteger), key).toBe(true);
        });
      }),
      runs,
    );
  });

  it("asks nobody for more than its caps and is rounded to its unit", () => {
    fc.assert(
      fc.property(anyPool, (given) => {
        const { perCase, perPeriod, perYear } = given.sharing.caps;
        const run = runScenario(given);
        const known = (of: unknown) => (typeof of === "number" ? of * (1 + 1e-9) : Number.POSITIVE_INFINITY);
        forEachReplication(run, (i) => {
          const years = new Map<number, number>();
          run.path("share", i).forEach((share, t) => {
            const { year } = run.plan.periods[t];
            years.set(year, (years.get(year) ?? 0) + share);
            expect(share).toBeLessThanOrEqual(known(perPeriod));
            const cases = run.at("cases", t, i);
            const fee = given.sharing.feePerHead;
            if (typeof perCase === "number") expect(share).toBeLessThanOrEqual(known(perCase * cases + fee));
            const unit = given.sharing.roundUpTo;
            if (unit > 0) expect(Math.abs(share / unit - Math.round(share / unit))).toBeLessThan(1e-9);
          });
          for (const ofYear of years.values()) expect(ofYear).toBeLessThanOrEqual(known(perYear));
        });
      }),
      runs,
    );
  });

  it("has no cases while everybody waits", () => {
    fc.assert(
      fc.property(anyPool, (given) => {
        const none = Object.entries(given.cover.illnesses).map(([name, { waiting: _, ...one }]) => [
          name,
          one,
        ]);
        const waits = {
          ...given,
          calendar: { ...given.calendar, settle: { every: "1 month" } },
          joining: { ...given.joining, initial: 0, schedule: [{ from: "2020-02-10", perYear: 4000 }] },
          cover: {
            ...given.cover,
            waiting: `${given.calendar.periods * 30} days`,
            illnesses: Object.fromEntries(none),
          },
        };
        const run = runScenario({ ...waits, joining: { schedule: waits.joining.schedule } });
        for (const t of run.plan.periods.keys()) {
          expect(Math.max(...run.across("cases", t))).toBe(0);
          expect(Math.max(...run.across("covered", t))).toBe(0);
        }
      }),
      runs,
    );
  });
});
