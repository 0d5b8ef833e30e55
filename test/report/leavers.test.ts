import { expect, it } from "vitest";
import { reportCharts } from "../../src/report/charts/reportCharts.ts";
import { meanLeavers } from "../../src/report/leavers.ts";
import { makeReport } from "../../src/report/makeReport.ts";
import { earlyEnding, prepaid, threeYears } from "./fixtures.ts";

const legendOf = (inputs: Parameters<typeof makeReport>[0]) =>
  reportCharts(makeReport(inputs))
    .find(({ id }) => id === "leavers")
    ?.legend.map(({ label }) => label);

it("calls a failed payment by what it is: a debit, or a deposit used up", () => {
  expect(legendOf(prepaid())).toContain("deposit used up");
  expect(legendOf(threeYears())).toContain("failed debit");
});

it("draws no reason for which nobody left", () => {
  expect(legendOf(threeYears())).toEqual([
    ...["own will", "failed debit", "illness, aided", "age limit", "death"],
  ]);
});

it("counts plans that have ended as 0", () => {
  const period = makeReport(earlyEnding()).periods[40];
  expect(period.running.value).toBeLessThan(1);
  expect(meanLeavers(period, "lapsed")).toBe((period.lapsed?.mean ?? 0) * period.running.value);
});
