import { describe, expect, it } from "vitest";
import { dayOf, isoDate } from "../../src/scenario/day.ts";
import { lastDayOfPeriods, settlementDays } from "../../src/scenario/settlementDays.ts";

const day = (text: string): number => dayOf(text) ?? Number.NaN;

describe("settlementDays", () => {
  it("settles on days of the month from the first day to the last, both included", () => {
    const settle = { kind: "daysOfMonth", days: [14, 28] } as const;
    const days = settlementDays({ from: day("2018-10-16"), to: day("2018-12-14"), settle });
    expect(days.map(isoDate)).toEqual(["2018-10-28", "2018-11-14", "2018-11-28", "2018-12-14"]);
    const atOnce = settlementDays({ from: day("2018-10-14"), to: day("2018-10-14"), settle });
    expect(atOnce.map(isoDate)).toEqual(["2018-10-14"]);
  });

  it("takes the last day of a month without the wanted one, once", () => {
    const settle = { kind: "daysOfMonth", days: [30, 31] } as const;
    const days = settlementDays({ from: day("2019-01-31"), to: day("2019-03-31"), settle });
    expect(days.map(isoDate)).toEqual(["2019-01-31", "2019-02-28", "2019-03-30", "2019-03-31"]);
  });

  it("settles on the last day of each interval: of the months of a year, and of the year", () => {
    const year = { from: day("2020-01-01"), to: day("2020-12-31") };
    const months = settlementDays({ ...year, settle: { kind: "every", count: 1, unit: "month" } });
    expect(months.map(isoDate)).toEqual(
      [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].map(
        (last, month) => `2020-${String(month + 1).padStart(2, "0")}-${last}`,
      ),
    );
    const whole = settlementDays({ ...year, settle: { kind: "every", count: 1, unit: "year" } });
    expect(whole.map(isoDate)).toEqual(["2020-12-31"]);
  });

  it("counts intervals from the first day", () => {
    // Months begin on 31 January, 29 February and 31 March; the one from 30 April is cut off.
    const settle = { kind: "every", count: 1, unit: "month" } as const;
    const days = settlementDays({ from: day("2020-01-31"), to: day("2020-05-29"), settle });
    expect(days.map(isoDate)).toEqual(["2020-02-28", "2020-03-30", "2020-04-29"]);
  });

  it("leaves no day between intervals, and none in two of them", () => {
    for (const unit of ["day", "week", "month", "year"] as const) {
      const settle = { kind: "every", count: 1, unit } as const;
      const [first, second] = settlementDays({ from: day("2021-03-01"), to: day("2023-03-01"), settle });
      const lengths = { day: [1, 1], week: [7, 7], month: [31, 30], year: [365, 365] }[unit];
      expect([first - day("2021-03-01") + 1, second - first]).toEqual(lengths);
    }
  });

  it("stops at the number asked for", () => {
    const settle = { kind: "every", count: 1, unit: "day" } as const;
    expect(settlementDays({ from: 0, to: 1e6, settle }, 5)).toEqual([0, 1, 2, 3, 4]);
  });

  it("has exactly the wanted number of periods up to the last day of them", () => {
    for (const unit of ["day", "week", "month", "year"] as const) {
      const settle = { kind: "every", count: 2, unit } as const;
      const to = lastDayOfPeriods(day("2020-01-31"), settle, 7);
      const calendar = { from: day("2020-01-31"), settle };
      expect(settlementDays({ ...calendar, to })).toHaveLength(7);
      expect(settlementDays({ ...calendar, to: to - 1 })).toHaveLength(6);
    }
  });
});
