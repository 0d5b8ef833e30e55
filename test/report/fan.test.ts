import { describe, expect, it } from "vitest";
import { fanPoints, fanRows } from "../../src/report/charts/fan.ts";
import { fanChart } from "../../src/report/charts/fanChart.ts";
import { reportCharts } from "../../src/report/charts/reportCharts.ts";
import { makeReport } from "../../src/report/makeReport.ts";
import { fanPlot } from "../../src/report/terminal/fanPlot.ts";
import { earlyEnding, fixtureReports, threeYears } from "./fixtures.ts";

describe("fanRows", () => {
  it("thins out what no picture could show, and keeps the last", () => {
    const report = makeReport(threeYears());
    const many = Array.from({ length: 1000 }, (_, i) => report.periods[i % 72]);
    const rows = fanRows({ ...report, periods: many }, ({ share }) => share);
    expect(rows.length).toBeLessThanOrEqual(401);
    expect(rows.at(-1)?.date).toBe(many[999].date);
  });

  it("stops where fewer than one replication in twenty still runs", () => {
    const report = makeReport(earlyEnding());
    const last = fanRows(report, ({ share }) => share).at(-1)?.date ?? "";
    expect(report.periods.find(({ date }) => date === last)?.running.value).toBeGreaterThanOrEqual(0.05);
    expect(report.periods.find(({ date }) => date > last)?.running.value).toBeLessThan(0.05);
  });

  it("takes observed points of its figure and time only", () => {
    const report = makeReport(threeYears());
    const points = fanPoints(
      report.history,
      "members",
      fanRows(report, ({ members }) => members),
    );
    expect(points.map(({ date }) => date)).toEqual(["2019-04-11", "2019-11-22"]);
  });
});

describe("fanChart", () => {
  const around = (q05: number, q95: number) => ({
    ...{ mean: q05, se: 0, sd: 0, q05, q25: q05, q50: q05, q75: q95, q95, seQ05: 0, seQ50: 0, seQ95: 0 },
  });
  const chart = (figures: readonly ReturnType<typeof around>[]) =>
    fanChart({
      ...{ id: "x", title: "x", caption: "x", width: "half", what: "x", axis: "x", unit: "", points: [] },
      rows: figures.map((figure, i) => ({ date: `2019-0${i + 1}-28`, figure, running: 1 })),
    }).draw({ width: 300, height: 200, fontSize: 12 });

  it("takes what is 0 but for rounding as 0, so that no axis reaches below it", () => {
    expect(JSON.stringify(chart([around(-8e-10, 5), around(1, 100)]))).not.toContain("e-10");
    expect(JSON.stringify(chart([around(-0.8, 5), around(1, 100)]))).toContain('"q05":-0.8');
  });
});

describe("reportCharts", () => {
  it.each(fixtureReports())("fills its rows: halves come in pairs: %s", (_, report) => {
    const charts = reportCharts(report);
    expect(charts.filter(({ width }) => width === "half").length % 2).toBe(0);
    expect(new Set(charts.map(({ id }) => id)).size).toBe(charts.length);
    for (const { title, table } of charts) {
      expect(title).not.toMatch(/\.$|NaN|undefined/);
      expect(table.rows.length).toBeGreaterThan(0);
    }
  });
});

describe("fanPlot", () => {
  const figure = {
    mean: 5,
    se: 0,
    sd: 0,
    q05: 1,
    q25: 3,
    q50: 5,
    q75: 7,
    q95: 10,
    seQ05: 0,
    seQ50: 0,
    seQ95: 0,
  };
  const rows = ["2019-01-28", "2019-02-28"].map((date) => ({ date, figure, running: 1 }));

  it("draws the median before the inner band before the outer one", () => {
    expect(fanPlot(rows, { width: 16, height: 5 })).toEqual([
      "10 │░░░░░░░░░░░░",
      "   │▒▒▒▒▒▒▒▒▒▒▒▒",
      "   │████████████",
      "   │▒▒▒▒▒▒▒▒▒▒▒▒",
      " 0 │░░░░░░░░░░░░",
      "    28 Jan 2019 28 Feb 2019",
    ]);
  });

  it("has nothing to draw of one settlement, or of nothing", () => {
    const zero = { ...figure, q95: 0 };
    expect(fanPlot(rows.slice(1), { width: 20, height: 5 })).toEqual([]);
    expect(
      fanPlot(
        rows.map((row) => ({ ...row, figure: zero })),
        { width: 20, height: 5 },
      ),
    ).toEqual([]);
  });
});
