import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { escapeHtml } from "../../src/report/html/html.ts";
import { renderHtml } from "../../src/report/html/renderHtml.ts";
import { makeReport } from "../../src/report/makeReport.ts";
import { fixtureReports, hostile, threeYears, twoPools } from "./fixtures.ts";

const pages = new Map<string, string>();

beforeAll(async () => {
  for (const [name, report] of fixtureReports()) pages.set(name, await renderHtml(report));
});

const page = (name: string) => pages.get(name) ?? "";
/** What a reader sees: no tags, no style sheet, no script. */
const visible = (name: string) =>
  page(name)
    .replace(/<(style|script)>.*?<\/\1>/gs, "")
    .replace(/<[^>]*>/g, " ");
const names = fixtureReports().map(([name]) => name);

describe("renderHtml", () => {
  it.each(names)("shows no holes: %s", (name) => {
    expect(visible(name)).not.toMatch(/NaN|Infinity|undefined|\bnull\b|\[object/);
    expect(page(name)).not.toMatch(/="[^"]*(?:NaN|Infinity|undefined)/);
  });

  it.each(names)("is whole by itself: one script, nothing to load: %s", (name) => {
    expect(page(name)).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(page(name)).not.toMatch(/<(?:link|img|iframe|object|embed)\b/i);
    expect(page(name).match(/<script/gi)).toHaveLength(1);
    expect(page(name).replace(/<script>.*?<\/script>/s, "")).not.toMatch(
      /(?:src|xlink:href)=|@import|url\((?!#)/i,
    );
    expect(page(name)).toContain("default-src 'none'".replaceAll("'", "&#39;"));
  });

  it.each(names)("has every id once, and points to none that is missing: %s", (name) => {
    const ids = Array.from(page(name).matchAll(/ id="([^"]+)"/g), ([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const used = Array.from(
      page(name).matchAll(/(?:url\(#|aria-(?:labelledby|describedby)=")([^)"]+)/g),
      ([, id]) => id,
    );
    expect(used.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it.each(names)("opens and closes the same tags: %s", (name) => {
    const count = (pattern: RegExp) => Array.from(page(name).matchAll(pattern)).length;
    for (const tag of ["figure", "table", "tr", "td", "th", "section", "details", "svg", "g", "ul", "div"])
      expect(count(new RegExp(`<${tag}[ >]`, "g"))).toBe(count(new RegExp(`</${tag}>`, "g")));
  });

  it("says the same of each picture above it, in it and behind it", () => {
    const figures = page("threeYears").match(/<figure.*?<\/figure>/gs) ?? [];
    expect(figures.length).toBeGreaterThanOrEqual(9);
    for (const figure of figures) {
      const id = /<h3 id="([^"]+)">[^<]+<\/h3>/.exec(figure)?.[1];
      expect(figure.match(new RegExp(`<svg [^>]*role="img" aria-labelledby="${id}"`, "g"))).toHaveLength(2);
      expect(figure).toMatch(/<desc id="[^"]+">[^<]+<\/desc>/);
      expect(figure).toMatch(/<figcaption>[^<]+<\/figcaption>/);
      expect(figure).toMatch(
        /<details(?: class="slim")?><summary>The numbers<\/summary><div class="scroll.*<td/s,
      );
    }
  });

  it("draws only what a plan has", () => {
    const charts = (name: string) =>
      Array.from(page(name).matchAll(/<figure[^>]* id="chart-([\w-]+)"/g), ([, id]) => id);
    expect(charts("threeYears")).toEqual([
      ...[
        "share",
        "members",
        "years-share",
        "distribution",
        "growth",
        "indices",
        "classes",
        "leavers",
        "cases",
        "mean-aid",
        "risks",
        "transfers",
      ],
    ]);
    expect(charts("closedGroup")).toEqual(["distribution", "transfers"]);
    expect(charts("earlyEnding")).toContain("survival");
    expect(charts("earlyEnding")).not.toContain("classes");
    expect(charts("nothingHappens")).not.toContain("growth");
    expect(charts("threeYears").join()).not.toContain("pool");
    expect(charts("prepaid")).toContain("deposits");
    expect(charts("twoPools").filter((id) => id.startsWith("pool"))).toEqual([
      ...["pools-share", "pools-members", "pool-1-share", "pool-1-members", "pool-2-share", "pool-2-members"],
    ]);
  });

  it("says what happened right below the title", () => {
    expect(page("prepaid")).toMatch(/<h1>Deposits used up<\/h1>\n<p class="headline">Sharers fall by/);
    expect(page("prepaid").split("Sharers fall by").length).toBe(2);
  });

  it("shows a pool's observations in that pool's pictures, the plan's in the plan's", () => {
    const figure = (id: string) =>
      new RegExp(`<figure[^>]*id="chart-${id}".*?</figure>`, "s").exec(page("twoPools"))?.[0] ?? "";
    const isObserved = (id: string) => figure(id).includes("observed</span>");
    expect(["pools-share", "pools-members", "pool-1-members", "members"].map(isObserved)).toEqual(
      new Array(4).fill(true),
    );
    expect(["pool-2-members", "pool-1-share", "share"].map(isObserved)).toEqual(new Array(3).fill(false));
  });

  it("lets no text of a scenario become markup", () => {
    const text = page("hostile");
    expect(text).not.toMatch(/<script(?!>\(function live\()|<b>x/i);
    expect(text).not.toMatch(/<[^>]* on\w+=/i);
    expect(text).not.toMatch(/href="(?!https?:|#[\w-]+")/i);
    for (const where of ["title", "purpose", "currency", "class", "note", "ask", "seed"])
      expect(text).toContain(`&lt;script&gt;alert(&quot;${where}&quot;)`);
  });

  it("allows its own script alone, short and free of a scenario’s texts", () => {
    const scripts = names.map((name) => /<script>(.*?)<\/script>/s.exec(page(name))?.[1] ?? "");
    expect(new Set(scripts).size).toBe(1);
    const [source] = scripts;
    expect(source.length).toBeLessThan(6000);
    const hash = createHash("sha256").update(source).digest("base64");
    for (const name of names)
      expect(page(name)).toContain(`script-src ${escapeHtml(`'sha256-${hash}'`)}; base-uri`);
  });

  it("puts a chart’s numbers where a pointer finds them, in order along its axis", () => {
    const share = /<figure[^>]* id="chart-share".*?<\/figure>/s.exec(page("threeYears"))?.[0] ?? "";
    const [wide, narrow] = share.split('<div class="narrow">');
    const areas = Array.from(
      wide.matchAll(/<rect x="([\d.]+)" width="([\d.]+)" height="\d+" data-at="([\d.]+)">/g),
      ([, ...numbers]) => numbers.map(Number),
    );
    expect(areas.length).toBeGreaterThanOrEqual(72);
    for (const [i, [from, width, at]] of areas.entries()) {
      expect(at).toBeGreaterThanOrEqual(from);
      expect(at).toBeLessThanOrEqual(from + width + 0.02);
      if (i > 0) expect(from).toBeCloseTo(areas[i - 1][0] + areas[i - 1][1], 1);
    }
    expect(narrow.match(/ data-at=/g)).toHaveLength(areas.length);
    expect(narrow).not.toContain("<title>");
  });

  it("escapes what marks and pools are called where a pointer finds it", async () => {
    const evil = `</title></svg><script>alert("mark")</script>`;
    const marked = { ...makeReport(hostile()), marks: [{ date: "2019-06-15", label: evil }] };
    expect(await renderHtml(marked)).toContain(`<title>15 Jun 2019\nLine 1: ${escapeHtml(evil)}</title>`);
    const report = makeReport(twoPools());
    const pools = report.pools.map((pool) => ({ ...pool, name: evil }));
    const text = await renderHtml({ ...report, pools });
    expect(text).toContain(`\n${escapeHtml(evil)}: `);
    expect(text.match(/<script/g)).toHaveLength(1);
  });

  it("is the same text again", async () => {
    expect(await renderHtml(makeReport(hostile()))).toBe(page("hostile"));
    expect(await renderHtml(makeReport(threeYears()))).toBe(page("threeYears"));
  });

  it("gives assumptions, sources, the seed and the command", () => {
    const text = page("threeYears");
    expect(text).toContain("normal: [0.5, 0.05]");
    expect(text).toContain('href="https://example.org/rules?a=1&amp;b=2" rel="noopener noreferrer"');
    expect(text).toContain("drawn per block of 128 replications, because it reshapes the plan");
    expect(text).toContain("fentan run scenarios/xiang-hu-bao.yaml --seed &#39;相互 seed&#39; -n 200");
    expect(text).toContain("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
  });
});
