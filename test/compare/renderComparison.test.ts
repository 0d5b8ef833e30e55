import { describe, expect, it } from "vitest";
import { makeComparison } from "../../src/compare/makeComparison.ts";
import { renderComparisonHtml } from "../../src/compare/render/renderComparisonHtml.ts";
import { renderComparisonMarkdown } from "../../src/compare/render/renderComparisonMarkdown.ts";
import { renderComparisonTerminal } from "../../src/compare/render/renderComparisonTerminal.ts";
import { hostile, threeYears } from "../report/fixtures.ts";
import { toyComparisons, toyRun } from "./comparedToys.ts";

const same = (text: string) => text;
const terminal = { color: { bold: same, dim: same, cyan: same, yellow: same }, width: 100 };
const holes = /NaN|Infinity|undefined|\bnull\b/;

function compared(inputs: Parameters<typeof toyRun>[0], title: string) {
  const assumptions = inputs.scenario.assumptions.slice(1);
  const named = { ...inputs, scenario: { ...inputs.scenario, title, assumptions } };
  const runs = [toyRun(inputs, "a"), toyRun(named, "b", 1.1)];
  return { runs, comparison: makeComparison(runs, [], "0.0.0") };
}

describe("a rendered comparison", () => {
  const drawn = toyComparisons().filter(([name]) =>
    ["closedGroup", "earlyEnding", "twoPools"].includes(name),
  );

  it.each(drawn)("has no holes on its page, and ids once: %s", async (_, runs, comparison) => {
    const page = await renderComparisonHtml(comparison, runs);
    expect(page.replace(/<(style|script)>.*?<\/\1>/gs, "")).not.toMatch(/NaN|undefined/);
    const ids = Array.from(page.matchAll(/ id="([^"]+)"/g), ([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(toyComparisons())("has no holes in text: %s", (_, __, comparison) => {
    expect(renderComparisonMarkdown(comparison)).not.toMatch(holes);
    expect(renderComparisonTerminal(comparison, terminal)).not.toMatch(holes);
  });

  it.each(toyComparisons())("has well-formed Markdown tables: %s", (_, __, comparison) => {
    const tables = renderComparisonMarkdown(comparison)
      .split("\n\n")
      .filter((block) => block.startsWith("|"));
    expect(tables.length).toBeGreaterThanOrEqual(3);
    for (const table of tables) {
      const cells = table.split("\n").map((line) => line.split(/(?<!\\)\|/).length);
      expect(new Set(cells).size, table.slice(0, 80)).toBe(1);
    }
  });

  it("says first what differs, then what comes of it, with pictures of both", async () => {
    const { runs, comparison } = compared(threeYears(), "A dearer plan");
    const page = await renderComparisonHtml(comparison, runs);
    const order = [
      "<h1>",
      'id="assumptions"',
      'id="findings"',
      'id="chart-share"',
      'id="years"',
      'id="classes"',
    ];
    const places = order.map((text) => page.indexOf(text));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(page).toContain("A dearer plan (B)");
    expect(comparison.findings[0]).toMatch(/^Share in 2021, yuan: .* 10 % more/);
  });

  it("lets no text of a scenario become markup", async () => {
    const script = '<script>alert("x")</script> | [a](b) `c`';
    for (const inputs of [threeYears(), hostile()]) {
      const { runs, comparison } = compared(inputs, script);
      const page = await renderComparisonHtml(comparison, runs);
      expect(page).not.toMatch(/<script(?!>\(function live\()/);
      expect(page).toContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;");
      // Commands are code, which is verbatim.
      const markdown = renderComparisonMarkdown(comparison).replaceAll(/^- `.*$/gm, "");
      expect(markdown).not.toContain("<script");
      expect(markdown).toContain('&lt;script>alert("x")&lt;/script> \\| \\[a\\](b) \\`c\\`');
      expect(renderComparisonTerminal(comparison, terminal).replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
    }
  });

  it("is the same text again", async () => {
    const { runs, comparison } = compared(threeYears(), "again");
    expect(await renderComparisonHtml(comparison, runs)).toBe(await renderComparisonHtml(comparison, runs));
  });
});
