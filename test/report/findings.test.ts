import { describe, expect, it } from "vitest";
import { findings } from "../../src/report/findings/findings.ts";
import { timesInWords } from "../../src/report/findings/shareFinding.ts";
import { makeReport } from "../../src/report/makeReport.ts";
import { reportSections } from "../../src/report/sections/reportSections.ts";
import { standingOf } from "../../src/report/tables/observedTable.ts";
import { dayOf } from "../../src/scenario/day.ts";
import {
  closedGroup,
  earlyEnding,
  fiftyYears,
  fixtureReports,
  nothingHappens,
  threeYears,
  twoPools,
} from "./fixtures.ts";
import { withPools, withStages } from "./toyInputs.ts";

describe("findings", () => {
  it.each(fixtureReports())("are whole sentences without holes: %s", (_, report) => {
    const sentences = findings(report);
    expect(sentences.length).toBeGreaterThanOrEqual(3);
    for (const sentence of sentences) {
      expect(sentence).toMatch(/\.$/);
      expect(sentence).not.toMatch(/NaN|Infinity|undefined|null|\[object/);
    }
  });

  it("tell the growth of the share with its range", () => {
    const [, share, growth] = findings(makeReport(threeYears()));
    expect(share).toMatch(
      /^A member’s yearly share grows from [\d.]+ yuan \(2019\) to [\d.]+ yuan \(2021\), by the medians .*; half of all replications lie between \d+ and \d+, nine in ten between [\d.]+ and \d+\.$/,
    );
    expect(growth).toMatch(/accounting split, “Health checks wear off” \(× 1\.7\d\) and “Waiting runs out”/);
  });

  it("tell who stays, what was observed and how sure they are", () => {
    const all = findings(makeReport(threeYears())).join("\n");
    expect(all).toContain("(class “ill”) are 40 % of the joiners at the start, but");
    expect(all).toMatch(
      /Of 10 observed figures compared, \d lie within the simulated 90 % interval \(not counted: 2 cannot be compared\)\./,
    );
    expect(all).toMatch(/From 200 replications: another seed would move the mean share of 2021 by about/);
  });

  it("count no observation as evidence that the scenario follows", () => {
    const inputs = threeYears();
    const [from, to] = ["2019-01-01", "2019-12-31"].map((date) => dayOf(date) ?? 0);
    const target = [
      { day: from, members: 1e6 },
      { day: to, members: 100e6 },
    ];
    const report = makeReport(
      withPools(inputs, (pool) => ({ ...pool, joining: { ...pool.joining, target } })),
    );
    expect(report.history.filter(({ input }) => input).map(({ date, figure }) => [date, figure])).toEqual([
      ["2019-04-11", "members"],
      ["2019-11-22", "members"],
    ]);
    expect(findings(report).join("\n")).toMatch(
      /Of 8 observed figures compared, \d lie .* \(not counted: 2 are input that the scenario follows, 2 cannot be compared\)\./,
    );
    const sections = reportSections(report);
    const rowsOf = (wanted: string) => sections.find(({ id }) => id === wanted)?.table.rows;
    expect(rowsOf("observed")).toHaveLength(10);
    expect(rowsOf("followed")?.map((row) => row[5])).toEqual(["input", "input"]);
  });

  it("say how many of the replications asked for were simulated where a run was interrupted", () => {
    expect(findings(makeReport(earlyEnding())).join("\n")).toContain("200 replications of 1,000 asked for");
  });

  it("count the replications that ended where they tell of shares", () => {
    const [ending, share, growth] = findings(makeReport(earlyEnding()));
    expect(ending).toMatch(/^The plan ends by 28 Mar 2025 in every replication, half of these by /);
    expect(share).toContain("those that ended count with what they had asked for until then");
    expect(growth).toMatch(/in the \d+ replications that ask for a share in both/);
  });

  it("speak of one year only where there is only one", () => {
    const all = findings(makeReport(closedGroup()));
    expect(all[0]).toMatch(/^In 2019 a member is asked for [\d.]+ \$ in the median replication/);
    expect(all.join("\n")).not.toMatch(/grows|factor|still runs/);
  });

  it("claim nothing where nothing is paid", () => {
    const all = findings(makeReport(nothingHappens()));
    expect(all[0]).toBe(
      "No share is asked of any member. The plan closes by decision in every replication, with its last settlement on 28 Jun 2020.",
    );
    expect(all.at(-1)).toBe("These figures are from 50 replications.");
  });

  it("say that the rule of three is for independent replications", () => {
    const inputs = threeYears();
    const report = makeReport(
      withStages(inputs, (stage) => ({ ...stage, ending: { ...stage.ending, hazard: 0.1 } })),
    );
    expect(report.headline).toContain(
      "The plan still runs on 28 Dec 2021 in every replication; its chance of ending before is below 1.5 % (rule of three, for independent replications).",
    );
  });

  it("begin with the headline, and say nothing of it twice", () => {
    for (const [, report] of fixtureReports()) {
      const [first, ...others] = findings(report);
      expect(first).toBe(report.headline);
      for (const other of others) expect(first).not.toContain(other);
    }
  });

  it("tell how a pool ends where the plan goes on", () => {
    const all = findings(makeReport(twoPools())).join("\n");
    expect(all).toMatch(
      /Pool “elderly 老年” closes by decision in every replication, with its last settlement on 28 Jun 2021; run-off costs the operator [\d.]+ M yuan/,
    );
    expect(all).not.toContain("Pool “main”");
  });

  it("find no adverse selection where the classes' parts stay as they were", () => {
    expect(findings(makeReport(fiftyYears())).join("\n")).toContain("no clear adverse selection");
  });
});

describe("standingOf", () => {
  const point = (observed: number, q05: number, q95: number) => ({
    ...{ date: "2019-01-28", figure: "share", observed, input: false, source: "" },
    simulated: { q05, q50: q05, q95 },
  });

  it("places an observation in the interval, above or below it", () => {
    expect([1, 2, 3, 4].map((observed) => standingOf(point(observed, 2, 3)))).toEqual([
      "below",
      "inside",
      "inside",
      "above",
    ]);
  });

  it("says that an interval without width has no spread, wherever the observation is", () => {
    expect([1, 2, 3].map((observed) => standingOf(point(observed, 2, 2)))).toEqual(
      new Array(3).fill("no spread"),
    );
  });
});

it("says how many times in words only where these are near", () => {
  expect([3.02, 3.4, 1.9, 1.99, 1.2, 0.6, 12].map(timesInWords)).toEqual([
    "threefold",
    "3.4 times as much",
    "1.9 times as much",
    "twofold",
    "by 20 %",
    "by 40 %",
    "12 times as much",
  ]);
});
