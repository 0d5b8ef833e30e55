import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium } from "playwright-core";
import { afterAll } from "vitest";
import { renderComparisonHtml } from "../../src/compare/render/renderComparisonHtml.ts";
import { explainHtml } from "../../src/report/explain/renderExplain.ts";
import { renderHtml } from "../../src/report/html/renderHtml.ts";
import { toyComparisons } from "../compare/comparedToys.ts";
import { explained } from "../explain/explained.ts";
import { fixtureReports } from "../report/fixtures.ts";

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
export const isAbsent = !existsSync(executablePath) && !process.env.CI;
export const reason = isAbsent ? " (left out: no browser; apt-get install chromium, or set CHROMIUM)" : "";

const committed = "reports";

/** The text of every page that is made on the spot, by name: reports, comparisons, explanations of scenarios. */
const made = new Map<string, () => Promise<string>>([
  ...fixtureReports().map(([name, report]) => [name, () => renderHtml(report)] as const),
  ...toyComparisons().map(
    ([name, runs, comparison]) => [`${name}-compared`, () => renderComparisonHtml(comparison, runs)] as const,
  ),
  ...["waterdrop", "xiang-hu-bao", "broodfonds"].map(
    (name) => [`explain-${name}`, () => explainHtml(explained(null, [], `scenarios/${name}.yaml`))] as const,
  ),
]);

export const fixtureNames = fixtureReports().map(([name]) => name);
export const otherNames = [...made.keys()].filter((name) => !fixtureNames.includes(name));
/** The reports that are committed, by folder. */
export const committedNames = readdirSync(committed).filter((name) =>
  existsSync(join(committed, name, "report.html")),
);

const folder = mkdtempSync(join(tmpdir(), "fentan-pages-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

export const wide = { viewport: { width: 1280, height: 900 } };
export const telephone = { viewport: { width: 390, height: 844 } };

export async function launch(): Promise<Browser> {
  const quiet = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
  ];
  return await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", ...quiet] });
}

/** The file of a committed report; of another page, which is made first. */
async function pathOf(name: string): Promise<string> {
  if (committedNames.includes(name)) return join(committed, name, "report.html");
  const path = join(folder, `${name}.html`);
  const text = made.get(name);
  if (text && !existsSync(path)) writeFileSync(path, await text());
  return path;
}

/** Opens a page and notes what it complains of and asks for beside itself. */
export async function open(browser: Browser, name: string, options: BrowserContextOptions) {
  const page = await browser.newPage(options);
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("dialog", (dialog) => complaints.push(dialog.message()));
  const address = pathToFileURL(await pathOf(name)).href;
  page.on("request", (request) => {
    if (request.url() !== address) complaints.push(`asked for ${request.url()}`);
  });
  await page.goto(address);
  return { page, complaints };
}
