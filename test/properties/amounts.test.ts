import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PeriodMetric } from "../../src/plan/metrics.ts";
import { type Run, runOf } from "../engine/runs.ts";
import { anyPool, anyPools } from "./anyPool.ts";

const runs = { numRuns: 50, seed: 20_190_128 };

type Tree = { readonly [key: string]: unknown };

/** Keys under which a scenario has amounts of money, wherever they stand. */
const amounts = [
  "benefit",
  "bills",
  "deductible",
  "upTo",
  "feePerHead",
  "perCase",
  "perPeriod",
  "perYear",
  "deposit",
  "credit",
  "minimum",
  "reference",
  "value",
  "scale",
  "willingness",
  "share",
  "costsPerYear",
  "costsPerMember",
  "mostLoss",
  "amount",
];
/** What says how an amount is distributed, but is none itself. */
const shapes = ["sigma", "fixed", "portion"];

/** A scenario with all its amounts of money twice as large. */
function doubled(tree: unknown, isMoney = false): unknown {
  if (typeof tree === "number") return isMoney ? 2 * tree : tree;
  if (Array.isArray(tree)) return tree.map((item: unknown) => doubled(item, isMoney));
  if (typeof tree !== "object" || tree === null) return tree;
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]) => {
      if (key === "discrete" && isMoney) return [key, doubledKeys(value as Tree)];
      // The number of joiners per year is called as a cap is.
      if (key === "joining" || key === "schedule") return [key, value];
      return [key, doubled(value, (isMoney || amounts.includes(key)) && !shapes.includes(key))];
    }),
  );
}

/** Of `{ 100: 0.5, 2000: 0.5 }` the amounts are the keys. */
function doubledKeys(of: Tree): Tree {
  return Object.fromEntries(Object.entries(of).map(([key, value]) => [2 * Number(key), value]));
}

const money = [
  "share",
  "aid",
  "aidCut",
  "fee",
  "subsidy",
  "contributions",
  "refunds",
  "surplus",
  "deposits",
] as const satisfies readonly PeriodMetric[];
const persons = ["members", "sharers", "cases", "lapsed", "defaulted"] as const;

function path(run: Run, metric: PeriodMetric): number[] {
  return Array.from({ length: run.replications }, (_, i) => run.path(metric, i)).flat();
}

describe("a plan in which all amounts are twice as large", () => {
  it("asks, pays and holds twice as much, of as many members", () => {
    fc.assert(
      fc.property(fc.oneof(anyPool, anyPools), (any) => {
        const given = { ...any, sharing: { ...any.sharing, roundUpTo: 0 } };
        const [once, twice] = [given, doubled(given)].map((of) => runOf(JSON.stringify(of)));
        for (const metric of money)
          expect(path(twice, metric), metric).toEqual(path(once, metric).map((of) => 2 * of));
        for (const metric of persons) expect(path(twice, metric), metric).toEqual(path(once, metric));
      }),
      runs,
    );
  });
});
