import { describe, expect, it } from "vitest";
import { makeReport } from "../../src/report/makeReport.ts";
import {
  escapeMarkdown,
  escapeProse,
  markdownCode,
  markdownTable,
} from "../../src/report/markdown/markdown.ts";
import { renderMarkdown } from "../../src/report/markdown/renderMarkdown.ts";
import { closedGroup, earlyEnding, fixtureReports, hostile, nothingHappens, threeYears } from "./fixtures.ts";

describe("renderMarkdown", () => {
  it.each(fixtureReports())("has well-formed tables and no holes: %s", (_, report) => {
    const text = renderMarkdown(report);
    expect(text).not.toMatch(/NaN|Infinity|undefined|\bnull\b/);
    const tables = text.split("\n\n").filter((block) => block.startsWith("|"));
    expect(tables.length).toBeGreaterThanOrEqual(5);
    for (const table of tables) {
      const cells = table.split("\n").map((line) => line.split(/(?<!\\)\|/).length);
      expect(new Set(cells).size).toBe(1);
      expect(table.split("\n")[1]).toMatch(/^\|(?: -{3}:? \|)+$/);
    }
  });

  it("tells what the page tells: findings, years, observations, the command", () => {
    const text = renderMarkdown(makeReport(threeYears()));
    expect(text).toMatch(/^# 相互宝 Xiang Hu Bao, as it was\n/);
    expect(text).toContain("\n- A member’s yearly share grows from");
    expect(text).toContain("## Year by year");
    expect(text).toContain("| share per year | 2020 | 91 |");
    expect(text).toContain("<http://www.ettaleb.com/24hot/2019/0628/349669.html>");
    expect(text).toContain(
      "`fentan run scenarios/xiang-hu-bao.yaml --seed '相互 seed' -n 200 --engine fast --set 'sharing.fee=8 %' --ask 'mean(ending.year)'`",
    );
  });

  it("writes years as years, and says where no replication meets a condition", () => {
    const answers = [
      { ask: "quantile(ending.year, 0.5)", value: 2020.3, se: 0.1 },
      { ask: "mean(ending.year | ending.year < 2021)", value: 2020.25, se: 0.1 },
      { ask: "mean(total.cost)", value: 2020.3, se: 0.1 },
      { ask: "mean(total.cost | total.cost < 0)", value: null, se: null, unmet: true },
    ];
    const text = renderMarkdown(makeReport({ ...threeYears(), answers }));
    expect(text).toContain("| quantile(ending.year, 0.5) | 2020.3 |");
    expect(text).toContain("| 2020.25 |");
    expect(text).toContain("| mean(total.cost) | 2,020.3 |");
    expect(text).toContain("| no replication meets the condition | – |");
  });

  it("writes both columns of the books with the same decimals", () => {
    const books = renderMarkdown(makeReport(closedGroup())).split("## The books")[1].split("## ")[0];
    const decimals = books
      .match(/(?<=\| |\*\*)[\d,]+(?:\.\d+)?(?= \||\*\*)/g)
      ?.map((n) => n.split(".")[1]?.length);
    expect(decimals?.length).toBeGreaterThan(4);
    expect(new Set(decimals).size).toBe(1);
  });

  it("explains errors of probabilities, years after an end, and cost", () => {
    const text = renderMarkdown(makeReport(threeYears()));
    expect(text).toContain("Wilson’s 95 % interval. Over all 200 replications that is 1 %.");
    expect(text).toContain("Cost (total.cost) is aid paid, aid cut and fee together.");
  });

  it("says what a replication is, and calls nothing simulated a history after that", () => {
    const text = renderMarkdown(makeReport(earlyEnding()));
    const explained =
      "From 200 replications of 1,000 asked for, each one simulated history of the whole plan";
    expect(text.indexOf(explained)).toBeLessThan(text.indexOf("\n- "));
    expect(text.replaceAll("one simulated history", "")).not.toMatch(/histor(?:y|ies)/);
  });

  it("bounds the error of claim counts with what the bound leaves out", () => {
    expect(renderMarkdown(makeReport(threeYears()))).toMatch(
      /at the central values of uncertain numbers and without shocks, a period’s count is within total variation 8\.3e-5/,
    );
  });

  it("tells whose members those at a year's end are where the plan may have closed", () => {
    expect(renderMarkdown(makeReport(nothingHappens()))).toContain(
      "before they leave if the plan closes with it",
    );
    expect(renderMarkdown(makeReport(threeYears()))).not.toContain("before they leave");
  });

  it("lets no text of a scenario become markup", () => {
    const text = renderMarkdown(makeReport(hostile()));
    const outside = text.replace(/`{2} .*? `{2}/g, "");
    expect(outside).not.toMatch(/<(?!https?:)[a-z!/]/i);
    expect(outside).not.toMatch(/(?<!\\)\[a\]/);
    expect(outside).not.toMatch(/(?<!\\)\*x/);
  });
});

describe("escaping", () => {
  it("takes the meaning from every character that has one", () => {
    expect(escapeMarkdown("a | b *c* [d](e) <f> `g` $h$ ~i~ _j_ &amp;")).toBe(
      "a \\| b \\*c\\* \\[d\\](e) &lt;f> \\`g\\` \\$h\\$ \\~i\\~ \\_j\\_ &amp;amp;",
    );
    expect(["# a", "- a", "1. a", "> a", "+ a", "=== a"].map(escapeMarkdown)).toEqual([
      "\\# a",
      "\\- a",
      "1\\. a",
      "\\> a",
      "\\+ a",
      "\\=== a",
    ]);
    expect(escapeMarkdown("two\nlines\u0007")).toBe("two lines ");
  });

  it("leaves numbers and words as they are", () => {
    expect(escapeMarkdown("0.72 (5 % of 3.1) is 1 yuan - or so")).toBe("0.72 (5 % of 3.1) is 1 yuan - or so");
  });

  it("links http addresses and nothing else", () => {
    expect(escapeProse("see https://a.org/b_c?d=1|e, javascript:f()")).toBe(
      "see <https://a.org/b_c?d=1>\\|e, javascript:f()",
    );
  });

  it("fences code that has backticks", () => {
    expect([markdownCode("a b"), markdownCode("a `b`")]).toEqual(["`a b`", "`` a `b` ``"]);
  });

  it("stresses the rows a table stresses", () => {
    const columns = [
      { head: "a", align: "left" as const },
      { head: "b|c", align: "right" as const },
    ];
    expect(
      markdownTable({
        columns,
        rows: [
          ["x", "1"],
          ["y", "2"],
        ],
        strong: [1],
      }),
    ).toBe("| a | b\\|c |\n| --- | ---: |\n| x | 1 |\n| **y** | **2** |");
  });
});
