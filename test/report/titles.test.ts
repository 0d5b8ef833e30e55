import { describe, expect, it } from "vitest";
import { reportCharts } from "../../src/report/charts/reportCharts.ts";
import { findings } from "../../src/report/findings/findings.ts";
import { makeReport } from "../../src/report/makeReport.ts";
import type { Report } from "../../src/report/report.ts";
import { dayOf } from "../../src/scenario/day.ts";
import type { Scenario } from "../../src/scenario/scenario.ts";
import { earlyEnding, threeYears } from "./fixtures.ts";

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
  const [first] = inputs.scenario.stages;
  const day = (date: string) => dayOf(date) ?? 0;
  const closing = { announced: day("2021-06-01"), on: day("2021-12-01"), sharingStops: false };
  const scenario: Scenario = {
    ...inputs.scenario,
    stages: [
      { ...first, ending: { ...first.ending, closing } },
      {
        ...first,
        from: day("2020-02-01"),
        sharing: { ...first.sharing, fee: 0.1 },
        ending: { ...first.ending, closing },
      },
    ],
    shocks: {
      yearly: null,
      events: [
        {
          name: "flood",
          from: day("2019-09-01"),
          to: day("2019-10-01"),
          probability: 1,
          incidence: 2,
          lapse: 1,
        },
        {
          name: "before",
          from: day("2018-09-01"),
          to: day("2019-10-01"),
          probability: 1,
          incidence: 2,
          lapse: 1,
        },
      ],
    },
  };
  const report = makeReport({ ...inputs, scenario });

  it("are the days on which rules change, events begin and closing is announced", () => {
    expect(report.marks).toEqual([
      { date: "2019-09-01", label: "flood" },
      { date: "2020-02-01", label: "rules of sharing change" },
      { date: "2021-06-01", label: "closing is announced" },
    ]);
  });

  it("are numbered in the picture and listed in its caption", () => {
    const { caption, draw } = chart(report, "share");
    expect(caption).toContain(
      "1 flood (1 Sep 2019); 2 rules of sharing change (1 Feb 2020); 3 closing is announced (1 Jun 2021).",
    );
    const spec = JSON.stringify(draw({ width: 600, height: 300, fontSize: 12 }));
    expect(spec).toContain(JSON.stringify({ at: Date.parse("2021-06-01"), number: "3" }));
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
