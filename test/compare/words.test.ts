import { describe, expect, it } from "vitest";
import { ofRun } from "../../src/compare/conditions.ts";
import { changeInWords, metricLabel } from "../../src/compare/words.ts";

describe("words of comparisons", () => {
  it.each([
    [1.0967, 1.0956, 1.0979, "9.7 % more (95 % interval: 9.6 to 9.8 % more)"],
    [0.9, 0.85, 0.95, "10 % less (95 % interval: 5 to 15 % less)"],
    [1.002, 0.99, 1.014, "0 % more (95 % interval: 1 % less to 1 % more)"],
    [1, 1, 1, "none"],
    [1.25, 1.25, 1.25, "25 % more"],
  ])("a ratio of %d between %d and %d is a change", (mean, q025, q975, words) => {
    expect(changeInWords({ mean, se: (q975 - q025) / 3.92, q025, q975 })).toBe(words);
  });

  it.each([
    ["years.2020.share", "Share in 2020, yuan"],
    ["years.2020.share[pool=ci]", "Share in 2020, yuan, pool ci"],
    [
      "total.balance[class=young]",
      "The whole run, class young: aid that one could expect less what one is asked for",
    ],
    ["runOff.paidPart", "runOff.paidPart"],
  ])("%s is %s", (name, words) => {
    expect(metricLabel(name, "yuan")).toBe(words);
  });

  it("names a column of a run before its pool or class", () => {
    expect(ofRun("years.2020.share", "b")).toBe("years.2020.share.b");
    expect(ofRun("years.2020.share[pool=ci.x]", "a")).toBe("years.2020.share.a[pool=ci.x]");
  });
});
