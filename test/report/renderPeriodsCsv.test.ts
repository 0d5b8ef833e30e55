import { csvParse } from "d3-dsv";
import { describe, expect, it } from "vitest";
import { periodMetrics } from "../../src/plan/metrics.ts";
import { makeReport } from "../../src/report/makeReport.ts";
import { renderPeriodsCsv } from "../../src/report/renderPeriodsCsv.ts";
import { earlyEnding, fixtureReports, threeYears, twoPools } from "./fixtures.ts";

describe("renderPeriodsCsv", () => {
  it.each(fixtureReports())("has a row for each period and a cell for each column: %s", (_, report) => {
    const text = renderPeriodsCsv(report);
    const rows = csvParse(text);
    expect(rows.length).toBe(report.periods.length * (1 + report.pools.length));
    expect(rows.columns.length).toBe(4 + 7 * periodMetrics.length);
    expect(text).not.toMatch(/NaN|Infinity|undefined|null/);
    expect(
      new Set(
        text
          .trimEnd()
          .split("\n")
          .map((line) => line.split(",").length),
      ).size,
    ).toBe(1);
  });

  it("names its columns by metric and quantity", () => {
    const report = makeReport(threeYears());
    const rows = csvParse(renderPeriodsCsv(report));
    expect(rows.columns.slice(0, 7)).toEqual([
      ...["pool", "date", "running", "running_se", "members_mean", "members_se", "members_q05"],
    ]);
    expect(rows[10].date).toBe(report.periods[10].date);
    expect(Number(rows[10].share_q95)).toBeCloseTo(report.periods[10].share?.q95 ?? 0, 9);
  });

  it("has the whole plan first, then each pool, named in every row", () => {
    const report = makeReport(twoPools());
    const rows = csvParse(renderPeriodsCsv(report));
    expect([0, 36, 72].map((i) => rows[i].pool)).toEqual(["", "main", "elderly 老年"]);
    expect(rows[72 + 5].date).toBe(report.periods[5].date);
    expect(Number(rows[72 + 5].members_q50)).toBeCloseTo(report.pools[1].periods[5].members?.q50 ?? 0, 3);
  });

  it("quotes a pool's name that would break a row", () => {
    const report = makeReport(twoPools());
    const pools = report.pools.map((pool) => ({ ...pool, name: 'old, "very" old' }));
    const rows = csvParse(renderPeriodsCsv({ ...report, pools }));
    expect([rows[36].pool, rows[36].date]).toEqual(['old, "very" old', report.periods[0].date]);
  });

  it("is empty where no plan runs any more", () => {
    const rows = csvParse(renderPeriodsCsv(makeReport(earlyEnding())));
    const last = rows[rows.length - 1];
    expect([last.running, last.share_mean, last.aid_mean]).toEqual(["0", "", "0"]);
  });
});
