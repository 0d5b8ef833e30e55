import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { committedNames, isAbsent, launch, open, reason, telephone, wide } from "./pages.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const names = [...committedNames, "twoPools", "hostile"];

/** What differs in the dark is colours. */
const views = {
  light: { options: wide, rules: "{}" },
  dark: { options: { ...wide, colorScheme: "dark" }, rules: '{ runOnly: ["color-contrast"] }' },
  telephone: { options: telephone, rules: "{}" },
} as const;

describe.skipIf(isAbsent)(`the page for everybody${reason}`, () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  it.each(names)("has no fault that axe finds: %s", async (name) => {
    for (const [view, { options, rules }] of Object.entries(views)) {
      const { page } = await open(browser, name, { ...options, bypassCSP: true });
      expect(await faults(page, rules), view).toEqual([]);
      await page.close();
    }
  });

  it("begins with a link past the contents, and shows where the focus is", async () => {
    const { page } = await open(browser, "threeYears", wide);
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.className")).toBe("skip");
    expect(await page.locator(".skip").boundingBox()).toMatchObject({ x: 8, y: 8 });
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("content");
    const outline = "getComputedStyle(document.activeElement).outlineStyle";
    for (let presses = 0; presses < 25; presses++) {
      await page.keyboard.press("Tab");
      expect(await page.evaluate(outline)).toBe("solid");
    }
    await page.close();
  });

  it("lists what there is, in the order of the page: summary, pictures, tables, methods, assumptions", async () => {
    const { page } = await open(browser, "threeYears", telephone);
    const headings = await page.locator("main h2").allTextContents();
    expect(await page.locator("nav a").allTextContents()).toEqual(headings.slice(1));
    expect(headings.slice(0, 3)).toEqual(["Contents", "Pictures", "Answers to the scenario’s questions"]);
    expect(headings.slice(-3)).toEqual(["Period by period", "Methods and limits", "Assumptions"]);
    await page.locator(".back").click();
    await page.locator("nav a", { hasText: "Assumptions" }).click();
    expect((await page.locator("#assumptions h2").boundingBox())?.y).toBeLessThan(400);
    for (const link of await page.locator("nav a").all())
      expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(24);
    await page.close();
  });
});

/** Marks of drawings, which are one image each, and rows of tables after the first are taken out: there are thousands. */
const thin = `for (const node of document.querySelectorAll(".picture svg > g, tbody tr:nth-child(n + 4):not(:last-child)"))
  node.remove();`;

/** What axe finds that is more than minor. */
async function faults(page: Page, rules: string): Promise<string[]> {
  await page.evaluate(thin);
  await page.evaluate(axe);
  const { violations } = (await page.evaluate(`axe.run(${rules})`)) as AxeResults;
  return violations
    .filter(({ impact }) => impact !== "minor")
    .map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)} (${nodes.length})`);
}
