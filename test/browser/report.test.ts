import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderComparisonHtml } from "../../src/compare/render/renderComparisonHtml.ts";
import { explainHtml } from "../../src/report/explain/renderExplain.ts";
import { renderHtml } from "../../src/report/html/renderHtml.ts";
import { toyComparisons } from "../compare/comparedToys.ts";
import { explained } from "../explain/explained.ts";
import { fixtureReports } from "../report/fixtures.ts";

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const isAbsent = !existsSync(executablePath) && !process.env.CI;
const reason = isAbsent ? " (left out: no browser; apt-get install chromium, or set CHROMIUM)" : "";
/** The text of every page, by name: of reports, comparisons, and explanations of scenarios. */
const pages: [string, () => Promise<string>][] = [
  ...fixtureReports().map(([name, report]): [string, () => Promise<string>] => [
    name,
    () => renderHtml(report),
  ]),
  ...toyComparisons().map(([name, runs, comparison]): [string, () => Promise<string>] => [
    `${name}-compared`,
    () => renderComparisonHtml(comparison, runs),
  ]),
  ...["waterdrop", "xiang-hu-bao", "broodfonds"].map((name): [string, () => Promise<string>] => [
    name,
    () => explainHtml(explained(null, [], `scenarios/${name}.yaml`)),
  ]),
];
const names = pages.map(([name]) => name);
const folder = mkdtempSync(join(tmpdir(), "fentan-pages-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(isAbsent)(`the page in a browser${reason}`, () => {
  let browser: Browser;

  beforeAll(async () => {
    const quiet = [
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ];
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", ...quiet] });
    for (const [name, text] of pages) writeFileSync(join(folder, `${name}.html`), await text());
  });

  afterAll(() => browser?.close());

  /** Opens a page and says what it complained of and asked for beside itself. */
  async function open(name: string, options: Parameters<Browser["newPage"]>[0]) {
    const page = await browser.newPage(options);
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    const address = pathToFileURL(join(folder, `${name}.html`)).href;
    page.on("request", (request) => {
      if (request.url() !== address) complaints.push(`asked for ${request.url()}`);
    });
    await page.goto(address);
    return { page, complaints };
  }

  const wide = { viewport: { width: 1280, height: 900 } };
  const telephone = { viewport: { width: 380, height: 800 } };

  it.each(names)("complains of nothing and asks for nothing: %s", async (name) => {
    const { page, complaints } = await open(name, wide);
    await page.evaluate("window.scrollTo(0, document.body.scrollHeight)");
    expect(complaints).toEqual([]);
    await page.close();
  });

  it.each(fixtureReports().map(([name]) => name))("is complete with scripts off: %s", async (name) => {
    const { page } = await open(name, { ...wide, javaScriptEnabled: false });
    expect(await page.locator("h1").isVisible()).toBe(true);
    expect(await page.locator("#methods").isVisible()).toBe(true);
    await page.close();
  });

  it.each(names)("draws every chart within its frame: %s", async (name) => {
    for (const options of [wide, telephone]) {
      const { page } = await open(name, options);
      const pictures = await measurePictures(page);
      for (const { id, marks, outside } of pictures) {
        expect(marks, id).toBeGreaterThan(5);
        expect(outside, id).toEqual([]);
      }
      expect(pictures.length).toBe(await page.locator("figure").count());
      await page.close();
    }
  });

  it.each(names)("does not scroll sideways on a telephone: %s", async (name) => {
    const { page } = await open(name, telephone);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(380);
    await page.close();
  });

  it("is light or dark as the reader wishes, and legible in both", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      const { page } = await open("threeYears", { ...wide, colorScheme });
      for (const selector of ["h1", ".lead", "figcaption", "td", ".chart .wide svg text", "a"])
        expect(await contrast(page, selector), `${colorScheme} ${selector}`).toBeGreaterThanOrEqual(4.5);
      await page.close();
    }
  });

  it("shows the numbers behind a chart when asked", async () => {
    const { page } = await open("threeYears", wide);
    const figure = page.locator("#chart-share");
    expect(await figure.locator("table").isVisible()).toBe(false);
    await figure.locator("summary").click();
    expect(await figure.locator("tbody tr").count()).toBe(72);
    expect(await figure.locator("table").isVisible()).toBe(true);
    await page.close();
  });

  it("prints on paper, in light colours, without what folds", async () => {
    const { page } = await open("threeYears", { ...wide, colorScheme: "dark" });
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe("rgb(255, 255, 255)");
    expect(await page.locator("#chart-share details").isVisible()).toBe(false);
    expect((await page.pdf({ format: "A4" })).length).toBeGreaterThan(20_000);
    await page.close();
  });

  it("prints what an explanation tells, without where it is written", async () => {
    const { page } = await open("broodfonds", wide);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("#cover .told").first().isVisible()).toBe(true);
    expect(await page.locator("#cover details").isVisible()).toBe(false);
    await page.close();
  });
});

interface Picture {
  readonly id: string;
  readonly marks: number;
  /** Texts and marks that stick out of the drawing by more than two pixels. */
  readonly outside: readonly string[];
}

/** The drawings that are shown at this width. */
async function measurePictures(page: Page): Promise<Picture[]> {
  return await page.evaluate(`Array.from(document.querySelectorAll(".picture svg"))
    .filter((svg) => svg.getBoundingClientRect().width > 0)
    .map((svg) => {
      const frame = svg.getBoundingClientRect();
      const marks = Array.from(svg.querySelectorAll("path, line, text, rect")).filter((mark) => !mark.closest("defs"));
      const sticksOut = (mark) => {
        const box = mark.getBoundingClientRect();
        return box.left < frame.left - 2 || box.right > frame.right + 2 || box.top < frame.top - 2 || box.bottom > frame.bottom + 2;
      };
      return {
        id: svg.closest("figure").id,
        marks: marks.length,
        outside: marks.filter(sticksOut).map((mark) => mark.tagName + " " + mark.textContent),
      };
    })`);
}

/** Contrast of the first such text with what is behind it (WCAG 2.2, success criterion 1.4.3). */
async function contrast(page: Page, selector: string): Promise<number> {
  const [text, paper]: [number[], number[]] = await page.evaluate(`(() => {
    const numbers = (color) => color.match(/[\\d.]+/g).slice(0, 3).map(Number);
    const element = document.querySelector(${JSON.stringify(selector)});
    const style = getComputedStyle(element);
    const own = element instanceof SVGElement ? style.fill : style.color;
    return [numbers(own), numbers(getComputedStyle(document.body).backgroundColor)];
  })()`);
  const [low, high] = [luminance(text), luminance(paper)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance(rgb: readonly number[]): number {
  const [red, green, blue] = rgb.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
