import { describe, expect, it } from "vitest";
import { findings } from "../../src/report/findings/findings.ts";
import { timesInWords } from "../../src/report/findings/shareFinding.ts";
import { makeReport } from "../../src/report/makeReport.ts";
import {
  closedGroup,
  earlyEnding,
  fiftyYears,
  fixtureReports,
  nothingHappens,
  threeYears,
} from "./fixtures.ts";

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
    const [share, growth] = findings(makeReport(threeYears()));
    expect(share).toMatch(
      /^A member’s yearly share grows from [\d.]+ yuan \(2019\) to [\d.]+ yuan \(2021\), by the medians .*; half of all histories lie between \d+ and \d+, nine in ten between [\d.]+ and \d+\.$/,
    );
    expect(growth).toMatch(/accounting split “Health checks wear off” \(× 1\.7\d\) and “Waiting runs out”/);
  });

  it("tell who stays, what was observed and how sure they are", () => {
    const all = findings(makeReport(threeYears())).join("\n");
    expect(all).toContain("(class “ill”) are 40 % of the joiners at the start, but");
    expect(all).toMatch(
      /Of 10 observed figures, \d lie within the simulated 90 % interval \(2 more cannot be compared\)\./,
    );
    expect(all).toMatch(
      /From 200 simulated histories: another seed would move the mean share of 2021 by about/,
    );
  });

  it("say how many of the histories asked for were simulated where a run was interrupted", () => {
    expect(findings(makeReport(earlyEnding())).join("\n")).toContain(
      "200 simulated histories of 1,000 asked for",
    );
  });

  it("count the histories that ended where they tell of shares", () => {
    const all = findings(makeReport(earlyEnding()));
    expect(all[0]).toContain("those that ended count with what they had asked for until then");
    expect(all[1]).toMatch(/in the \d+ histories that ask for a share in both/);
    expect(all.join("\n")).toContain("The plan ends in every history (most often: ");
  });

  it("speak of one year only where there is only one", () => {
    const all = findings(makeReport(closedGroup()));
    expect(all[0]).toMatch(/^In 2019 a member is asked for [\d.]+ \$ in the median history/);
    expect(all.join("\n")).not.toMatch(/grows|factor|still runs/);
  });

  it("claim nothing where nothing is paid", () => {
    const all = findings(makeReport(nothingHappens()));
    expect(all[0]).toBe("No share is asked of any member.");
    expect(all).toContain(
      "The plan closes by decision in every history; its last settlement is on 28 Jun 2020.",
    );
    expect(all.at(-1)).toBe("These figures are from 50 simulated histories.");
  });

  it("find no adverse selection where the classes' parts stay as they were", () => {
    expect(findings(makeReport(fiftyYears())).join("\n")).toContain("no clear adverse selection");
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
