import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { committedNames, isAbsent, launch, open, reason, telephone, wide } from "./pages.ts";

const fixtures = ["threeYears", "earlyEnding", "fiftyYears", "twoPools", "prepaid", "hostile"];

describe.skipIf(isAbsent)(`pictures that answer${reason}`, () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  const tip = (page: Page) => page.locator(".tip span").allInnerTexts();

  it.each([...committedNames, ...fixtures])("show the numbers of their tables: %s", async (name) => {
    const { page, complaints } = await open(browser, name, wide);
    for (const { id, asked, answered, missing } of await askAll(page)) {
      expect(answered, id).toBe(asked);
      expect(missing, id).toEqual([]);
    }
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("follow the mouse, and the finger", async () => {
    const first = await open(browser, "threeYears", wide);
    const picture = first.page.locator("#chart-share .picture");
    await picture.scrollIntoViewIfNeeded();
    await picture.hover({ position: { x: 600, y: 150 } });
    const [date, , , , , , label, median] = await tip(first.page);
    const row = first.page.locator("#chart-share tbody tr", { hasText: isoDate(date) });
    expect(label).toBe("Median, yuan");
    expect(median).toBe(await row.locator("td").nth(2).textContent());
    expect(await picture.locator(".cross").count()).toBe(1);
    await first.page.mouse.move(2, 2);
    expect(await first.page.locator(".tip").count()).toBe(0);
    await first.page.close();

    const touch = await open(browser, "threeYears", { ...telephone, hasTouch: true, isMobile: true });
    await touch.page.locator("#chart-share .picture").tap({ position: { x: 200, y: 120 } });
    expect((await tip(touch.page))[0]).toMatch(/^\d+ \w{3} 20\d\d$/);
    await touch.page.locator("#chart-share h3").tap();
    expect(await touch.page.locator(".tip").count()).toBe(0);
    await touch.page.close();
  });

  it.each([wide, telephone])("answer where the marks are: %o", async (options) => {
    const { page } = await open(browser, "threeYears", options);
    const bars = await marksAndReadings(page, "years-share", "var(--bar)");
    expect(bars.readings).toHaveLength(3);
    for (const [i, { left, right }] of bars.marks.entries())
      expect(bars.readings[i]).toBeCloseTo((left + right) / 2, 0);
    const line = await marksAndReadings(page, "cases", "var(--accent)");
    expect(line.readings[0]).toBeCloseTo(line.marks[0].left, -1);
    expect(line.readings[line.readings.length - 1]).toBeCloseTo(line.marks[0].right, -1);
    await page.close();
  });

  it("are read with the arrow keys", async () => {
    const { page } = await open(browser, "threeYears", wide);
    const picture = page.locator("#chart-years-share .picture");
    await picture.focus();
    const heads: string[] = [];
    for (const key of ["Home", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft", "End", "PageUp"]) {
      await picture.press(key);
      heads.push((await tip(page))[0]);
    }
    expect(heads).toEqual(["2019", "2020", "2021", "2021", "2020", "2021", "2019"]);
    expect(await picture.getAttribute("aria-valuenow")).toBe("0");
    expect(await picture.getAttribute("aria-valuetext")).toMatch(/^2019\n5 %, yuan: /);
    await picture.press("Escape");
    expect(await page.locator(".tip").count()).toBe(0);
    await page.close();
  });

  it.each([...committedNames, "threeYears", "earlyEnding", "twoPools"])(
    "hide and show what a legend names: %s",
    async (name) => {
      const { page } = await open(browser, name, wide);
      for (const { id, before, off, after } of await toggleAll(page)) {
        expect(off, id).toBeLessThan(before);
        expect(after, id).toBe(before);
      }
      expect(await page.locator(".legend button").count()).toBeGreaterThan(5);
      await page.close();
    },
  );

  it("hide nothing on paper", async () => {
    const { page } = await open(browser, "threeYears", wide);
    await page.locator("#chart-share .legend button").first().click();
    const line = page.locator("#chart-share .wide path[stroke='var(--accent)']");
    expect(await line.isVisible()).toBe(false);
    await page.emulateMedia({ media: "print" });
    expect(await line.isVisible()).toBe(true);
    await page.close();
  });

  it("say the same without scripts, by titles of their own", async () => {
    const texts = "document.querySelectorAll('.chart').length";
    const { page } = await open(browser, "threeYears", { ...wide, javaScriptEnabled: false });
    const titles = await page.locator("#chart-share .hits title").allTextContents();
    expect(titles.length).toBeGreaterThanOrEqual(72);
    expect(titles[0]).toMatch(/^\d+ \w{3} 2019\n5 %, yuan: [\d.]+\n/);
    expect(await page.locator("button").count()).toBe(0);
    await page.close();
    const live = await open(browser, "threeYears", wide);
    expect(await live.page.evaluate(texts)).toBeGreaterThan(8);
    expect(await live.page.locator(".hits title").count()).toBe(0);
    await live.page.close();
  });

  it("treat a scenario’s texts as texts", async () => {
    const { page, complaints } = await open(browser, "hostile", wide);
    const picture = page.locator("#chart-classes .picture");
    await picture.focus();
    await picture.press("End");
    expect((await tip(page)).join(" ")).toContain('<script>alert("class")</script>');
    expect(await page.locator(".tip script, .tip a, .tip b").count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });
});

interface Answers {
  readonly id: string;
  readonly asked: number;
  readonly answered: number;
  /** Cells of the table that no reading shows. */
  readonly missing: readonly string[];
}

/** Points at the middle of every area of every picture that has some, and compares with the table behind it. */
async function askAll(page: Page): Promise<Answers[]> {
  return await page.evaluate(`Array.from(document.querySelectorAll(".chart"), (figure) => {
    const picture = figure.querySelector(".picture");
    const areas = Array.from(picture.querySelectorAll(".wide .hits rect"));
    const told = new Set();
    let answered = 0;
    picture.scrollIntoView({ block: "center" });
    for (const area of areas) {
      const box = area.getBoundingClientRect();
      const at = { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 };
      picture.dispatchEvent(new PointerEvent("pointermove", { ...at, pointerType: "mouse" }));
      if (picture.querySelector(".tip") && area.classList.contains("on")) answered++;
      for (const part of picture.querySelectorAll(".tip span")) told.add(part.textContent);
    }
    const cells = Array.from(figure.querySelectorAll("tbody tr :is(td.number)"), (cell) => cell.textContent);
    const isShown = (cell) => cell === "" || cell === "–" || told.has(cell);
    // Heat maps carry their numbers themselves.
    const others = ["chart-classes", "chart-distribution", "chart-transfers", "chart-ages"];
    const isOther = others.some((other) => figure.id.startsWith(other));
    return { id: figure.id, asked: areas.length, answered, missing: isOther ? [] : cells.filter((cell) => !isShown(cell)) };
  })`);
}

/** How far right the marks of a colour are, and the readings. */
async function marksAndReadings(page: Page, id: string, color: string) {
  return (await page.evaluate(`(() => {
    const seen = (found) => Array.from(found).filter((element) => element.getClientRects().length > 0);
    const figure = document.querySelector("#chart-${id}");
    const isMark = (mark) => [mark.getAttribute("fill"), mark.getAttribute("stroke")].includes("${color}");
    const marks = seen(figure.querySelectorAll(".picture path")).filter(isMark);
    const placeOf = (area) => {
      const box = area.getBoundingClientRect();
      const number = (name) => Number(area.getAttribute(name));
      return box.left + ((number("data-at") - number("x")) / number("width")) * box.width;
    };
    return {
      marks: marks.map((mark) => mark.getBoundingClientRect()).map(({ left, right }) => ({ left, right })),
      readings: seen(figure.querySelectorAll(".hits rect")).map(placeOf),
    };
  })()`)) as { marks: { left: number; right: number }[]; readings: number[] };
}

/** Presses every entry of every legend twice, and counts the marks that are seen. */
async function toggleAll(page: Page) {
  return (await page.evaluate(`Array.from(document.querySelectorAll(".legend button"), (button) => {
    const figure = button.closest(".chart");
    const seen = () => Array.from(figure.querySelectorAll(".wide :is(path, rect, line)")).filter((mark) => getComputedStyle(mark).display !== "none").length;
    const before = seen();
    button.click();
    const off = button.getAttribute("aria-pressed") === "false" ? seen() : before;
    button.click();
    return { id: figure.id + " " + button.textContent, before, off, after: seen() };
  })`)) as { id: string; before: number; off: number; after: number }[];
}

/** "28 Jan 2019" as the tables have it. */
function isoDate(date: string): string {
  return new Date(`${date} UTC`).toISOString().slice(0, 10);
}
