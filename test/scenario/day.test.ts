import { describe, expect, it } from "vitest";
import {
  addMonths,
  dateOf,
  dayOf,
  dayOfMonth,
  daysInMonth,
  isoDate,
  startOfMonth,
  yearOf,
} from "../../src/scenario/day.ts";

const day = (text: string): number => dayOf(text) ?? Number.NaN;

describe("day", () => {
  it("counts days from 1970-01-01 and back", () => {
    expect(day("1970-01-01")).toBe(0);
    expect(day("2018-10-16")).toBe(17_820);
    for (let k = -200_000; k < 200_000; k += 997) expect(dayOf(isoDate(k))).toBe(k);
  });

  it("knows no dates that do not exist or are written otherwise", () => {
    for (const text of [
      "2019-02-29",
      "2019-13-01",
      "2019-1-1",
      "01/02/2019",
      "",
      "2019-04-31",
      "2100-02-29",
    ]) {
      expect(dayOf(text)).toBeNull();
    }
    expect(isoDate(day("2000-02-29"))).toBe("2000-02-29");
  });

  it("adds months and stays in the month where it is shorter", () => {
    expect(isoDate(addMonths(day("2020-01-31"), 1))).toBe("2020-02-29");
    expect(isoDate(addMonths(day("2019-01-31"), 1))).toBe("2019-02-28");
    expect(isoDate(addMonths(day("2020-11-30"), 3))).toBe("2021-02-28");
    expect(isoDate(addMonths(day("2020-03-15"), -15))).toBe("2018-12-15");
  });

  it("finds days within months", () => {
    expect(isoDate(startOfMonth(day("2020-02-29")))).toBe("2020-02-01");
    expect(isoDate(dayOfMonth(day("2019-02-03"), 31))).toBe("2019-02-28");
    expect(daysInMonth(2020, 2)).toBe(29);
    expect(yearOf(day("2019-12-31"))).toBe(2019);
    expect(dateOf(31)).toEqual({ year: 1970, month: 2, dayOfMonth: 1 });
  });
});
