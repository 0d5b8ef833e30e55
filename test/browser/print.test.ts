import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { committedNames, isAbsent, launch, open, reason, wide } from "./pages.ts";
import { elementsOf, type PdfElement, readPdf } from "./pdf.ts";

const names = [...committedNames, "threeYears", "earlyEnding", "hostile"];

describe.skipIf(isAbsent)(`the page on paper${reason}`, () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  it.each(names)("cuts no row, picture or caption, leaves no page empty: %s", async (name) => {
    const { page } = await open(browser, name, wide);
    const { pageCount, root } = readPdf(await page.pdf({ preferCSSPageSize: true, tagged: true }));
    await page.close();
    const elements = elementsOf(root);
    const cut = elements.filter((element) => isWhole(element) && element.pages.length > 1);
    expect(cut.map(({ kind, pages }) => `${kind} on pages ${pages.join(", ")}`)).toEqual([]);
    expect(elements.filter(({ kind }) => kind === "TR").length).toBeGreaterThan(20);
    expect(new Set(root.pages).size).toBe(pageCount);
    expect(orphans(elements)).toEqual([]);
  });

  it("opens all that folds, in light colours, without what is for the screen", async () => {
    const { page } = await open(browser, "threeYears", { ...wide, colorScheme: "dark" });
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe("rgb(255, 255, 255)");
    for (const selector of ["#chart-share details td", "#periods td"])
      expect(await page.locator(selector).first().isVisible(), selector).toBe(true);
    for (const selector of ["summary", "nav", ".skip", ".back"])
      expect(await page.locator(selector).first().isVisible(), selector).toBe(false);
    await page.close();
  });
});

/** What must not be cut: not the head of a table, which stands on every page, nor a figure with the table behind it. */
function isWhole(element: PdfElement): boolean {
  const inside = elementsOf(element).map(({ kind }) => kind);
  if (element.kind === "TR") return inside.includes("TD");
  if (element.kind === "Figure") return !inside.includes("Table");
  return ["Caption", "H1", "H2", "H3", "LI"].includes(element.kind);
}

/** Headings and tables' captions that do not stand on the page of what follows them. */
function orphans(elements: readonly PdfElement[]): string[] {
  return elements.flatMap(({ kind, pages }, i) => {
    if (!/^H\d$/.test(kind) && (kind !== "Caption" || elements[i - 1].kind !== "Table")) return [];
    const next = elements.slice(i + 1).find((other) => /^(?:P|L|Figure|TR|H\d)$/.test(other.kind));
    return next && !next.pages.includes(pages[0]) ? [`${kind} on page ${pages[0]}`] : [];
  });
}
