import { describe, expect, it } from "vitest";
import { planOf, type Run, runPlan } from "../engine/runs.ts";
import { plan } from "./fee.ts";

const run = (portion: number) => runPlan(planOf(JSON.stringify(plan(portion, 50))));
const shares = (of: Run) => Array.from({ length: 50 }, (_, i) => of.path("share", i)).flat();

describe("a fee", () => {
  it.each([0.05, 0.1, 0.5])("of %f multiplies every share of every replication", (portion) => {
    const [without, withFee] = [shares(run(0)), shares(run(portion))];
    expect(new Set(without).size).toBeGreaterThan(10);
    withFee.forEach((share, i) => {
      expect(share).toBeCloseTo((1 + portion) * without[i], 9);
    });
  });
});
