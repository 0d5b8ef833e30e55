import { describe, expect, it } from "vitest";
import { dayOf, isoDate } from "../../src/scenario/day.ts";
import { lastDayOfPeriods, settlementDays } from "../../src/scenario/settlementDays.ts";

const day = (text: string): number => dayOf(text) ?? Number.NaN;

describe("settlementDays", () => {
  it("settles on days of the month after the first day", () => {
    const settle = { kind: "daysOfMonth", days: [14, 28] } as const;
    const days = settlementDays({ from: day("2018-10-16"), to: day("2018-12-14"), settle });
    expect(days.map(isoDate)).toEqual(["2018-10-28", "2018-11-14", "2018-11-28", "2018-12-14"]);
  });

  it("takes the last day of a month without the wanted one, once", () => {
    const settle = { kind: "daysOfMonth", days: [30, 31] } as const;
    const days = settlementDays({ from: day("2019-01-31"), to: day("2019-03-31"), settle });
    expect(days.map(isoDate)).toEqual(["2019-02-28", "2019-03-30", "2019-03-31"]);
  });

  it("counts intervals from the first day", () => {
    const settle = { kind: "every", count: 1, unit: "month" } as const;
    const days = settlementDays({ from: day("2020-01-31"), to: day("2020-04-30"), settle });
    expect(days.map(isoDate)).toEqual(["2020-02-29", "2020-03-31", "2020-04-30"]);
  });

  it("stops at the number asked for", () => {
    const settle = { kind: "every", count: 1, unit: "day" } as const;
    expect(settlementDays({ from: 0, to: 1e6, settle }, 5)).toEqual([1, 2, 3, 4, 5]);
  });

  it("has exactly the wanted number of periods up to the last day of them", () => {
    for (const unit of ["day", "week", "month", "year"] as const) {
      const settle = { kind: "every", count: 2, unit } as const;
      const to = lastDayOfPeriods(day("2020-01-31"), settle, 7);
      expect(settlementDays({ from: day("2020-01-31"), to, settle })).toHaveLength(7);
    }
  });
});
