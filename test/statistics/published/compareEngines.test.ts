import { describe, expect, it } from "vitest";
import { compareEngines } from "../../../src/statistics/published/compareEngines.ts";
import { resultsOf } from "../resultsOf.ts";

const question = {
  entry: { kind: "sameInBothEngines", quantity: "it", figure: "total.cost / 2", source: "none" },
  of: {
    kind: "operation",
    name: "/",
    of: [
      { kind: "column", name: "total.cost" },
      { kind: "number", value: 2 },
    ],
  },
} as const;

const evenly = (from: number) => resultsOf({ "total.cost": Array.from({ length: 128 }, (_, i) => from + i) });

describe("a figure in both engines", () => {
  it("agrees where the distributions are near, and differs where they are not", () => {
    expect(compareEngines(question, evenly(0), evenly(16))).toMatchObject({
      distance: 0.125,
      verdict: "agrees",
    });
    const far = compareEngines(question, evenly(0), evenly(64));
    expect(far).toMatchObject({ distance: 0.5, verdict: "differs" });
    expect(far.critical).toBeCloseTo(0.2035, 3);
  });

  it("has no answer where an engine was not run, or gave no number", () => {
    const none = { distance: null, critical: null, verdict: "no answer" };
    expect(compareEngines(question, evenly(0), null)).toMatchObject(none);
    expect(compareEngines(question, evenly(0), resultsOf({ "total.cost": [] }))).toMatchObject(none);
    expect(compareEngines(question, resultsOf({ "total.cost": [1, Number.NaN] }), evenly(0))).toMatchObject(
      none,
    );
  });
});
