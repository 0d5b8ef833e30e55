import { describe, expect, it } from "vitest";
import { reportCharts } from "../../src/report/charts/reportCharts.ts";
import { findings } from "../../src/report/findings/findings.ts";
import { makeReport } from "../../src/report/makeReport.ts";
import { makeMarks } from "../../src/report/parts/marks.ts";
import type { Report } from "../../src/report/report.ts";
import { dayOf } from "../../src/scenario/day.ts";
import type { Scenario } from "../../src/scenario/scenario.ts";
import { earlyEnding, prepaid, threeYears } from "./fixtures.ts";
import { stageFrom } from "./toyInputs.ts";

const chart = (report: Report, id: string) => {
  const found = reportCharts(report).find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no chart ${id}`);
  return found;
};

/** The report with other medians of the share, by settlement. */
function withShares(report: Report, medianAt: (period: number) => number): Report {
  const periods = report.periods.map((period, i) => ({
    ...period,
    share: period.share && { ...period.share, q50: medianAt(i), seQ50: 0 },
  }));
  return { ...report, periods };
}

describe("the share's title", () => {
  const report = makeReport(threeYears());

  it("says that a median which hardly moves stays", () => {
    expect(
      chart(
        withShares(report, (i) => 33.6 + 0.4 * (i % 2)),
        "share",
      ).title,
    ).toBe("The median share stays near 33.8 yuan");
  });

  it("makes no headline of a spike among settlements without a share", () => {
    expect(
      chart(
        withShares(report, (i) => (i === 40 ? 7 : 0)),
        "share",
      ).title,
    ).toMatch(
      /^At most settlements the median share is 0 or near it; in all of 2021 a member is asked for [\d.]+ yuan in the median$/,
    );
    expect(
      chart(
        withShares(report, () => 0),
        "share",
      ).title,
    ).toMatch(/^At every settlement the median share is 0; /);
  });

  it("names start and peak of a median that rises", () => {
    expect(
      chart(
        withShares(report, (i) => 1 + i / 10),
        "share",
      ).title,
    ).toBe("The median share starts at 1 yuan and is highest at 8.1 yuan on 28 Dec 2021");
  });
});

describe("the share's marks", () => {
  const inputs = threeYears();
  const day = (date: string) => dayOf(date) ?? 0;
  const closing = { announced: day("2021-06-01"), on: day("2021-12-01"), sharingStops: false };
  const event = (name: string, from: string) => ({
    ...{ name, from: day(from), to: day("2019-10-01"), probability: 1, incidence: 2, lapse: 1 },
    ...{ joining: 1, putsOff: 0, lost: 0, catchUpDays: 0 },
  });
  const first = stageFrom(day("2019-01-01"));
  const before = { ...first, ending: { ...first.ending, closing } };
  const changed = { ...before, from: day("2020-02-01"), sharing: { ...first.sharing, fee: 0.1 } };
  const [pool] = inputs.scenario.pools;
  const scenario: Scenario = {
    ...inputs.scenario,
    pools: [{ ...pool, stages: [before, changed] }],
    shocks: { yearly: null, events: [event("flood", "2019-09-01"), event("before", "2018-09-01")] },
  };
  const report = makeReport({ ...inputs, scenario });

  it("are the days on which rules change, events begin and closing is announced", () => {
    expect(report.marks).toEqual([
      { date: "2019-09-01", label: "flood" },
      { date: "2020-02-01", label: "rules of sharing change" },
      { date: "2021-06-01", label: "closing is announced" },
    ]);
  });

  it("name the pools where not all change alike", () => {
    const pools = [
      { ...pool, name: "young", stages: [before, changed] },
      { ...pool, name: "old", stages: [before, { ...before, from: changed.from }] },
    ];
    expect(makeMarks({ ...scenario, pools })).toEqual([
      { date: "2019-09-01", label: "flood" },
      { date: "2020-02-01", label: "rules of sharing change (young)" },
      { date: "2021-06-01", label: "closing is announced" },
    ]);
  });

  it("are numbered in the picture and listed in its caption", () => {
    const { caption, draw } = chart(report, "share");
    expect(caption).toContain(
      "1 flood (1 Sep 2019); 2 rules of sharing change (1 Feb 2020); 3 closing is announced (1 Jun 2021).",
    );
    const spec = JSON.stringify(draw({ width: 600, height: 300, fontSize: 12 }));
    expect(spec).toContain(JSON.stringify({ at: Date.parse("2021-06-01"), number: "3", top: 1 }));
    expect(chart(makeReport(inputs), "share").caption).not.toContain("Dotted lines");
  });
});

describe("where most plans have ended", () => {
  const report = makeReport(earlyEnding());
  const late = report.periods.findIndex(({ running }) => running.value < 0.5);
  const periods = report.periods.map((period, i) => ({
    ...period,
    members: period.members && i >= late ? { ...period.members, q50: 9e6, q95: 9e6 } : period.members,
    share: period.share && i >= late ? { ...period.share, q50: 9e6, q95: 9e6 } : period.share,
  }));
  const soaring = { ...report, periods };

  it("no headline is taken from there", () => {
    expect(late).toBeGreaterThan(0);
    const said = [...findings(soaring), chart(soaring, "share").title, chart(soaring, "members").title];
    expect(said.join("\n")).not.toContain("9 M");
    expect(said.join("\n")).not.toContain("9,000,000");
  });

  it("fans say that they are of the plans that still run", () => {
    for (const id of ["share", "members"])
      expect(chart(report, id).caption).toContain("Of the plans that still run at the time");
    expect(chart(makeReport(threeYears()), "share").caption).not.toContain("still run");
  });
});

describe("the deposits' picture", () => {
  const report = makeReport(prepaid());

  it("says when the most is held, and what is left at the last settlement", () => {
    expect(chart(report, "deposits").title).toMatch(
      /^Deposits of [\d.]+ M yuan are held at the highest median, on 28 Jan 2019, 0 yuan at the last settlement$/,
    );
  });

  it("is none where members hold no deposits", () => {
    expect(() => chart(makeReport(threeYears()), "deposits")).toThrow("no chart");
  });
});

describe("the picture of endings", () => {
  const { legend, title, table } = chart(makeReport(earlyEnding()), "survival");

  it("has those that still run and those that ended, by cause, with their errors among the numbers", () => {
    expect(legend.map(({ label }) => label)).toEqual([
      ...["still running", "fewer members than the minimum", "closed from outside"],
    ]);
    expect(title).toBe("Every replication ends, half of them by 28 Dec 2023");
    expect(table.columns.filter(({ head }) => head === "Standard error")).toHaveLength(3);
  });
});
