import { describe, expect, it } from "vitest";
import { makeReport } from "../../src/report/makeReport.ts";
import {
  escapeMarkdown,
  escapeProse,
  markdownCode,
  markdownTable,
} from "../../src/report/markdown/markdown.ts";
import { renderMarkdown } from "../../src/report/markdown/renderMarkdown.ts";
import {
  allRefunded,
  closedGroup,
  earlyEnding,
  fixtureReports,
  hostile,
  manyCircles,
  nothingHappens,
  prepaid,
  threeYears,
  twoPools,
} from "./fixtures.ts";

describe("renderMarkdown", () => {
  it.each(fixtureReports())("has well-formed tables and no holes: %s", (_, report) => {
    const text = renderMarkdown(report);
    expect(text).not.toMatch(/NaN|Infinity|undefined|\bnull\b/);
    const tables = text
      .trimEnd()
      .split("\n\n")
      .filter((block) => block.startsWith("|"));
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

describe("the report of several pools", () => {
  const text = renderMarkdown(makeReport(twoPools()));

  it("has the pools side by side, then each with its years, its ending and its books", () => {
    const heads = text.split("\n").filter((line) => line.startsWith("#"));
    const from = heads.indexOf("## The pools");
    expect(heads.slice(from, from + 7)).toEqual([
      ...["## The pools", "## Pool “main”", "### The books"],
      ...["## Pool “elderly 老年”", "### How it ends", "### What the ending leaves behind", "### The books"],
    ]);
  });

  it("says of an observation which pool it is of", () => {
    expect(text).toContain("| share per year, pool elderly 老年 | 2020 | 150 |");
    expect(text).toContain("| share per period, pool nobody | 2020-06-28 | 1 | – | – | not simulated |");
  });
});

describe("the books", () => {
  const books = (inputs: Parameters<typeof makeReport>[0], from = "## The books") =>
    renderMarkdown(makeReport(inputs))
      .split(from)[1]
      .split(/\n##+ /)[0];

  it("leave out what never moved", () => {
    const text = books(threeYears());
    expect(text).toContain("| Paid by members | ");
    expect(text).not.toMatch(/\| (?:Paid by the operator|Contributions given back) \|/);
    expect(renderMarkdown(makeReport(threeYears()))).not.toMatch(/Deposit|Refund|Subsidy/);
  });

  it("have what nine of ten replications have, and the same sum on both sides", () => {
    const text = books(allRefunded());
    expect(text).toMatch(/\| Contributions given back \| – \| ([\d.]+) \| [\d.]+ – [\d.]+ \|/);
    expect(text).toMatch(/\| \*\*Sum\*\* \| \*\*([\d.]+)\*\* \| \*\*\1\*\* \|/);
  });

  it("have a second ledger of deposits, with the most that was held", () => {
    const text = books(prepaid(), "### Deposits");
    expect(text).toMatch(/At their highest the deposits held are [\d.]+ M yuan in the median/);
    for (const line of ["Paid in by members", "Used for shares", "Given back", "Forfeited, or spent"])
      expect(text).toContain(`| ${line}`);
    expect(text).toMatch(/\| \*\*Sum\*\* \| \*\*([\d.]+)\*\* \| \*\*\1\*\* \|/);
  });
});

describe("what the ending leaves behind", () => {
  it("names the part of the last claims that is paid", () => {
    expect(renderMarkdown(makeReport(prepaid()))).toContain(
      "| Part of that aid that is paid | 46 % | 46 % |",
    );
    expect(renderMarkdown(makeReport(twoPools()))).not.toContain("Part of that aid");
  });
});

describe("who pays for whom", () => {
  it("is told by class, with the rule and whether a share may fall as the total grows", () => {
    const text = renderMarkdown(makeReport(threeYears()));
    expect(text).toMatch(
      /## Who pays for whom\n\n.* The cost is divided in equal parts; nobody’s share falls/,
    );
    expect(text).toMatch(/\| ill \| [\d.]+ \| [\d.]+ \| [\d.]+ \| 0\.\d+ \| [\d.e-]+ \| −[\d.]+ \|/);
    expect(renderMarkdown(makeReport(prepaid()))).not.toContain("Who pays for whom");
  });
});

describe("how pools alike differ", () => {
  it("is told of plans with copies only", () => {
    expect(renderMarkdown(makeReport(manyCircles()))).toContain(
      "| pools that end, of 622 | 2.9 | 3 | 0 – 6 |",
    );
    expect(renderMarkdown(makeReport(threeYears()))).not.toContain("How pools alike differ");
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
