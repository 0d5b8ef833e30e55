import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  committedNames,
  fixtureNames,
  isAbsent,
  launch,
  open,
  otherNames,
  reason,
  telephone,
  wide,
} from "./pages.ts";

const names = [...committedNames, ...fixtureNames, ...otherNames];

describe.skipIf(isAbsent)(`the page in a browser${reason}`, () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  it.each(names)("says the same with scripts off: %s", async (name) => {
    const off = await open(browser, name, { ...wide, javaScriptEnabled: false });
    const on = await open(browser, name, wide);
    const text = (page: Page) => page.locator("body").innerText();
    expect(await text(off.page)).toBe(await text(on.page));
    expect(await off.page.locator("h1").isVisible()).toBe(true);
    await Promise.all([off.page.close(), on.page.close()]);
  });

  it.each(names)(
    "draws every chart in its frame, scrolls not sideways, complains of nothing: %s",
    async (name) => {
      for (const options of [wide, telephone]) {
        const { page, complaints } = await open(browser, name, options);
        const pictures = await measurePictures(page);
        for (const { id, marks, outside } of pictures) {
          expect(marks, id).toBeGreaterThan(5);
          expect(outside, id).toEqual([]);
        }
        expect(pictures.length).toBe(await page.locator("figure").count());
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(options.viewport.width);
        expect(complaints).toEqual([]);
        await page.close();
      }
    },
  );

  it("is light or dark as the reader wishes, and legible in both", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      const { page } = await open(browser, "threeYears", { ...wide, colorScheme });
      for (const selector of ["h1", ".lead", "figcaption", "td", ".chart .wide svg text", "a"])
        expect(await contrast(page, selector), `${colorScheme} ${selector}`).toBeGreaterThanOrEqual(4.5);
      await page.close();
    }
  });

  it("shows the numbers behind a chart when asked", async () => {
    const { page } = await open(browser, "threeYears", wide);
    const figure = page.locator("#chart-share");
    expect(await figure.locator("table").isVisible()).toBe(false);
    await figure.locator("summary").click();
    expect(await figure.locator("tbody tr").count()).toBe(72);
    expect(await figure.locator("table").isVisible()).toBe(true);
    await page.close();
  });

  it("prints what an explanation tells, without where it is written", async () => {
    const { page } = await open(browser, "explain-broodfonds", wide);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("#cover .told").first().isVisible()).toBe(true);
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
