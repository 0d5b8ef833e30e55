import { describe, expect, it } from "vitest";
import { isAsk, parseAsk } from "../../../src/statistics/ask/parseAsk.ts";
import { compareNumber } from "../../../src/statistics/published/compareNumber.ts";
import type { NumberComparison } from "../../../src/statistics/published/published.ts";
import { resultsOf } from "../resultsOf.ts";

const sample = resultsOf({
  // Mean 3, standard deviation 2, so that the standard error of the mean of four is 1.
  "total.cost": [1, 5, 3 - Math.sqrt(2), 3 + Math.sqrt(2)],
  "total.fee": [0.3, 0.3, 0.3, 0.3],
  "ending.year": [2020, 2021, Number.POSITIVE_INFINITY, 2022],
});

function compare(ask: string, value: number, rounded = 0, standardError = 0): NumberComparison {
  const parsed = parseAsk(ask, Object.keys(sample.columns));
  if (!isAsk(parsed)) throw new Error(ask);
  const entry = {
    kind: "number",
    quantity: "it",
    ask,
    value,
    rounded,
    standardError,
    source: "a book",
  } as const;
  return compareNumber({ entry, ask: parsed }, sample);
}

describe("a published number beside ours", () => {
  it("is as many standard errors away as the difference has", () => {
    const { ours, se, difference, verdict } = compare("mean(total.cost)", 1.5);
    expect(ours).toBeCloseTo(3, 12);
    expect(se).toBeCloseTo(Math.sqrt(12 / 3 / 4), 12);
    expect(difference).toBeCloseTo(1.5 / (se ?? 0), 6);
    expect(verdict).toBe("agrees");
  });

  it("agrees within four standard errors, and not beyond", () => {
    const { se } = compare("mean(total.cost)", 3);
    const away = (errors: number) => compare("mean(total.cost)", 3 + errors * (se ?? 0));
    expect([away(3.99).verdict, away(-3.99).verdict]).toEqual(["agrees", "agrees"]);
    expect([away(4.01).verdict, away(-4.01).verdict]).toEqual(["differs", "differs"]);
    expect(away(5).difference).toBeCloseTo(-5, 6);
    expect(away(-5).difference).toBeCloseTo(5, 6);
  });

  it("has half a unit of its last digit taken off first", () => {
    expect(compare("mean(total.cost)", 3.04, 0.1)).toMatchObject({ difference: 0, verdict: "agrees" });
    const { se, difference } = compare("mean(total.cost)", 5, 1);
    expect(difference).toBeCloseTo(-1.5 / (se ?? 0), 6);
  });

  it("may have a standard error of its own", () => {
    const { se, publishedError, difference } = compare("mean(total.cost)", 0, 0, 3);
    expect(publishedError).toBe(3);
    expect(difference).toBeCloseTo(3 / Math.hypot(se ?? 0, 3), 6);
    expect(compare("mean(total.fee)", 0.9, 0, 0.2).difference).toBeCloseTo(-3, 6);
  });

  it("must agree to its digits where nothing is random", () => {
    expect(compare("mean(total.fee)", 0.3)).toMatchObject({ se: 0, difference: 0, verdict: "agrees" });
    expect(compare("mean(total.fee)", 0.34, 0.1)).toMatchObject({ difference: 0, verdict: "agrees" });
    expect(compare("mean(total.fee)", 0.36, 0.1)).toMatchObject({ difference: null, verdict: "differs" });
    expect(compare("mean(total.fee)", 0.3000001)).toMatchObject({ difference: null, verdict: "differs" });
    expect(compare("sd(total.fee)", 0)).toMatchObject({ ours: 0, verdict: "agrees" });
  });

  it("does not agree with what has no finite answer", () => {
    const nothing = { ours: null, difference: null, verdict: "no answer" };
    expect(compare("mean(ending.year)", 2021)).toMatchObject(nothing);
    expect(compare("mean(total.cost | total.cost > 9)", 1)).toMatchObject(nothing);
  });
});
