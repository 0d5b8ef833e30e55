import { describe, expect, it } from "vitest";
import { planOf, runPlan } from "../engine/runs.ts";
import { byClass, plan } from "./weights.ts";

const run = (rule: string | object) => runPlan(planOf(JSON.stringify(plan(rule, 50))));

describe("weights", () => {
  const [equal, weighted] = [run("equal"), run(byClass)];

  it("leave what all pay as it was, in every period of every replication", () => {
    for (let i = 0; i < 50; i++) {
      const before = equal.path("contributions", i);
      weighted.path("contributions", i).forEach((paid, t) => {
        expect(paid).toBeCloseTo(before[t], 7);
      });
    }
  });

  it("take from the light what they give to the heavy: 2/3 and 2 of the equal share", () => {
    const light = weighted.column("total.share[class=light]");
    const heavy = weighted.column("total.share[class=heavy]");
    equal.column("total.share").forEach((share, i) => {
      expect(light[i]).toBeCloseTo((2 / 3) * share, 9);
      expect(heavy[i]).toBeCloseTo(2 * share, 9);
    });
  });
});
