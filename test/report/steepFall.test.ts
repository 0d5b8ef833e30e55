import { describe, expect, it } from "vitest";
import { daysBetween, steepFall } from "../../src/report/findings/steepFall.ts";
import { makeReport } from "../../src/report/makeReport.ts";
import type { Report } from "../../src/report/report.ts";
import { earlyEnding, nothingHappens, prepaid } from "./fixtures.ts";

const yearly = makeReport(nothingHappens());

/** The report with other medians of the sharers, by settlement (monthly). */
function withSharers(report: Report, medianAt: (period: number) => number): Report {
  const periods = report.periods.map((period, i) => ({
    ...period,
    sharers: period.sharers && { ...period.sharers, q50: medianAt(i) },
  }));
  return { ...report, periods };
}

describe("the steepest fall of the sharers", () => {
  it("is the largest within half a year, from wherever it starts", () => {
    const fall = steepFall(withSharers(yearly, (t) => (t < 5 ? 900 : t < 9 ? 1000 : t < 11 ? 700 : 300)));
    expect(fall).toMatchObject({
      ...{ from: { date: "2019-06-28" }, to: { date: "2019-12-28" } },
      part: 0.7,
    });
  });

  it("is none where less than two fifths are lost in any half year", () => {
    expect(steepFall(withSharers(yearly, (t) => 1000 * 0.93 ** t))).toBeNull();
  });

  it("does not start where sharers are few against their highest", () => {
    expect(steepFall(withSharers(yearly, (t) => (t < 3 ? 100 : t < 5 ? 10 : 1000)))).toBeNull();
  });

  it("says why most of those left who left meanwhile", () => {
    const fall = steepFall(makeReport(prepaid()));
    expect(fall?.reason?.key).toBe("defaulted");
    expect(fall?.reason?.part).toBeGreaterThan(0.8);
  });

  it("is not looked for where most plans have ended", () => {
    const report = makeReport(earlyEnding());
    const late = report.periods.findIndex(({ running }) => running.value < 0.5);
    const falling = withSharers(report, (t) => (t < late ? 1000 : 10));
    expect(steepFall(falling)).toBeNull();
  });
});

it("counts days between dates across a leap day", () => {
  expect(daysBetween("2020-02-28", "2020-03-01")).toBe(2);
});
