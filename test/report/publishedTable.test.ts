import { describe, expect, it } from "vitest";
import { makeReport } from "../../src/report/makeReport.ts";
import { reportSchema } from "../../src/report/report.ts";
import { reportSections } from "../../src/report/sections/reportSections.ts";
import { publishedTable, validationTable } from "../../src/report/tables/publishedTable.ts";
import { publishedInWords } from "../../src/report/terminal/sentences.ts";
import type { Comparison } from "../../src/statistics/published/published.ts";
import { threeYears } from "./fixtures.ts";

const cost = {
  kind: "number",
  quantity: "expected cost",
  ask: "mean(total.cost)",
  source: "a book",
  published: 2800,
  rounded: 0,
  publishedError: 0,
  ours: 2799.6,
  se: 0.8,
  difference: -0.5,
  verdict: "agrees",
} as const;

const comparisons: readonly Comparison[] = [
  cost,
  {
    ...cost,
    quantity: "share",
    published: 9.3333,
    ours: 9.35,
    se: 0.0024,
    difference: 6.9,
    verdict: "differs",
  },
  { ...cost, source: "arithmetic", published: 1, ours: 1, se: 0, difference: 0 },
  { ...cost, source: "arithmetic", published: 1, ours: 1.5, se: 0, difference: null, verdict: "differs" },
  { ...cost, source: "arithmetic", ours: null, se: null, difference: null, verdict: "no answer" },
  {
    kind: "sameInBothEngines",
    quantity: "share of 2020",
    figure: "years.2020.share",
    source: "the other engine",
    distance: 0.0081,
    critical: 0.016276,
    verdict: "agrees",
  },
];

describe("the table of published numbers", () => {
  it("has ours, its error, the difference in errors and a verdict beside each", () => {
    const { columns, rows } = publishedTable(comparisons);
    expect(columns.map(({ head }) => head)).toEqual([
      "Quantity",
      "Published",
      "Ours",
      "Standard error",
      "Difference",
      "Verdict",
      "Source",
    ]);
    expect(rows).toEqual([
      ["expected cost", "2,800", "2,799.6", "0.80", "−0.5", "agrees", "a book"],
      ["share", "9.3333", "9.35", "0.0024", "+6.9", "differs", "a book"],
      ["expected cost", "1", "1", "0", "0", "agrees, without noise", "arithmetic"],
      ["expected cost", "1", "1.5", "0", "–", "differs, without noise", "arithmetic"],
      ["expected cost", "2,800", "–", "–", "–", "no answer", "arithmetic"],
      [
        "share of 2020",
        "one distribution",
        "distance 0.0081",
        "–",
        "–",
        "agrees (limit 0.0163)",
        "the other engine",
      ],
    ]);
  });

  it("says a source once where several numbers are from it", () => {
    expect(validationTable(comparisons).rows.map(([source]) => source)).toEqual([
      "a book",
      "",
      "arithmetic",
      "",
      "",
      "the other engine",
    ]);
  });
});

describe("a report with published numbers", () => {
  const report = makeReport({ ...threeYears(), published: comparisons });

  it("shows them in a section of their own, and in its JSON", () => {
    const section = reportSections(report).find(({ id }) => id === "published");
    expect(section?.title).toBe("Published and simulated");
    expect(section?.table.rows.length).toBe(comparisons.length);
    expect(reportSchema.parse(report).published).toEqual(comparisons);
  });

  it("says on the terminal how many agree, and which do not", () => {
    expect(publishedInWords(report)).toEqual([
      "3 of 6 published numbers agree with ours, within 4 standard errors; not share, expected cost, expected cost.",
    ]);
    const only = makeReport({ ...threeYears(), published: [cost] });
    expect(publishedInWords(only)).toEqual([
      "1 of 1 published numbers agree with ours, within 4 standard errors.",
    ]);
    expect(publishedInWords(makeReport(threeYears()))).toEqual([]);
  });

  it("has no such section where there are none", () => {
    expect(reportSections(makeReport(threeYears())).some(({ id }) => id === "published")).toBe(false);
  });
});
