import { describe, expect, it } from "vitest";
import { makeReport } from "../../src/report/makeReport.ts";
import { renderTerminal } from "../../src/report/terminal/renderTerminal.ts";
import {
  closedGroup,
  earlyEnding,
  fiftyYears,
  fixtureReports,
  hostile,
  prepaid,
  threeYears,
  twoPools,
} from "./fixtures.ts";

const none = (text: string) => text;
const plainColors = { bold: none, dim: none, cyan: none, yellow: none };
const render = (inputs: Parameters<typeof makeReport>[0], width = 80) =>
  renderTerminal(makeReport(inputs), { color: plainColors, width });

describe("renderTerminal", () => {
  it.each(fixtureReports())("is plain text without holes: %s", (_, report) => {
    const text = renderTerminal(report, { color: plainColors, width: 80 });
    expect(text).not.toMatch(/NaN|Infinity|undefined|\bnull\b/);
    expect(text).not.toMatch(/[^\P{Cc}\n]/u);
  });

  it("stays within the width of the terminal", () => {
    for (const width of [60, 80, 140])
      for (const line of [earlyEnding(), twoPools()].flatMap((inputs) => render(inputs, width).split("\n")))
        expect(line.length).toBeLessThanOrEqual(Math.max(width, 78));
  });

  it("plots the share and the members, the years and the answers", () => {
    const text = render(threeYears());
    expect(text).toMatch(/Share per settlement, yuan {2}█ median/);
    expect(text).toMatch(/^ *0 │█/m);
    expect(text).toContain("14 Jan 2019");
    expect(text).toMatch(/^2020 +[\d.]+ +[\d.]+ – [\d.]+ +[\d,]+/m);
    expect(text).toContain("P(years.2020.share > 100)");
    expect(text).toMatch(/books balance: the largest imbalance of 14,400 periods checked is 3.1e-16/);
  });

  it("tells what happened before anything else", () => {
    const report = makeReport(prepaid());
    const text = render(prepaid()).replace(/\s+/g, " ");
    expect(text).toContain(`simulated histories of the plan ${report.headline}`);
    expect(text.split("Sharers fall by").length).toBe(2);
  });

  it("has a table of the pools where there are several", () => {
    expect(render(twoPools(), 100)).toMatch(/^elderly 老年 +[\d.]+/m);
    expect(render(threeYears())).not.toMatch(/^Pool /m);
  });

  it("says that plots are of the plans that still run where some end", () => {
    expect(render(earlyEnding())).toContain("░ nine in ten, of the plans that still run\n");
    expect(render(threeYears())).not.toContain("still run");
  });

  it("has no plot of a single settlement, and the last years of many", () => {
    expect(render(closedGroup())).not.toContain("│");
    expect(render(fiftyYears())).toContain("The last 12 of 50 years.");
  });

  it("colours only by what it is given", () => {
    const marked = {
      ...plainColors,
      bold: (text: string) => `<b>${text}</b>`,
      yellow: (text: string) => `<y>${text}</y>`,
    };
    const text = renderTerminal(makeReport(earlyEnding()), { color: marked, width: 80 });
    expect(text).toContain("<b>A plan that shrinks</b>");
    expect(text).toContain("<y> (of 1,000 asked for)</y>");
  });

  it("lets no scenario steer the terminal", () => {
    const inputs = hostile();
    const title = "\u001b[31mred\u001b[0m \u202ereversed\u0007";
    expect(render({ ...inputs, scenario: { ...inputs.scenario, title } })).toMatch(
      /^ \[31mred \[0m {2}reversed \n/,
    );
  });
});
