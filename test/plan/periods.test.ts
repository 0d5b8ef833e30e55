import { describe, expect, it } from "vitest";
import {
  calendarYears,
  makeClosings,
  makePeriods,
  partsBetween,
  periodsPerYear,
  wholePeriods,
} from "../../src/plan/periods.ts";
import { dayOf, isoDate } from "../../src/scenario/day.ts";
import { poolOf } from "../helpers/scenarioOf.ts";

const day = (text: string) => dayOf(text) ?? Number.NaN;
const calendar = (from: string, to: string, settle: object) => ({ calendar: { from, to, settle } });
const periodsOf = (sections: object) => makePeriods(poolOf(sections));
const closingsOf = (sections: object) => {
  const scenario = poolOf(sections);
  const periods = makePeriods(scenario);
  const closings = makeClosings(scenario.pools[0].stages, periods, scenario.calendar);
  return closings.map((closing, t) => ({ ...closing, date: periods[t].date }));
};
const dates = (sections: object) => periodsOf(sections).map(({ date }) => isoDate(date));

describe("periodsPerYear", () => {
  it.each([
    [{ kind: "daysOfMonth", days: [14, 28] } as const, 24],
    [{ kind: "every", count: 1, unit: "month" } as const, 12],
    [{ kind: "every", count: 3, unit: "month" } as const, 4],
    [{ kind: "every", count: 2, unit: "week" } as const, 365.25 / 14],
    [{ kind: "every", count: 15, unit: "day" } as const, 24.35],
    [{ kind: "every", count: 2, unit: "year" } as const, 0.5],
  ])("counts the settlements of %j in a mean year", (settle, perYear) => {
    expect(periodsPerYear(settle)).toBeCloseTo(perYear, 12);
  });
});

describe("wholePeriods", () => {
  it("rounds durations up to whole periods", () => {
    expect(wholePeriods(30, 24)).toBe(2);
    expect(wholePeriods(14, 24)).toBe(1);
    expect(wholePeriods(180, 24)).toBe(12);
    expect(wholePeriods(1, 1)).toBe(1);
  });

  it("does not round up what is whole already", () => {
    for (let periods = 1; periods <= 500; periods++) {
      for (const perYear of [1, 4, 12, 24, 365.25 / 7]) {
        expect(wholePeriods((periods * 365.25) / perYear, perYear)).toBe(periods);
      }
    }
  });

  it("does not take a rounding error for a part of a period", () => {
    // Settled every 15 days: 165 * 24.35 / 365.25 is 11 and a little more in floating point.
    expect(wholePeriods(165, 365.25 / 15)).toBe(11);
    expect(wholePeriods(165.001, 365.25 / 15)).toBe(12);
  });

  it("makes no duration no period, and not a negative zero", () => {
    expect(Object.is(wholePeriods(0, 12), 0)).toBe(true);
  });
});

describe("the days of settlement", () => {
  it("are the 14th and the 28th from the first day on, included", () => {
    const settle = { daysOfMonth: [14, 28] };
    expect(dates(calendar("2021-01-14", "2021-03-01", settle))).toEqual([
      "2021-01-14",
      "2021-01-28",
      "2021-02-14",
      "2021-02-28",
    ]);
  });

  it("are the last ones of the months, in a year from its first day to its last", () => {
    const ends = dates(calendar("2020-01-01", "2020-12-31", { every: "1 month" }));
    expect(ends).toHaveLength(12);
    expect([ends[0], ends[1], ends[11]]).toEqual(["2020-01-31", "2020-02-29", "2020-12-31"]);
  });

  it("are the days before a next month would begin, on its last day where it is shorter", () => {
    // Months begin on 31 January, 28 February, 31 March and 30 April.
    expect(dates(calendar("2021-01-31", "2021-05-01", { every: "1 month" }))).toEqual([
      "2021-02-27",
      "2021-03-30",
      "2021-04-29",
    ]);
  });

  it("are the last ones of weeks and of years", () => {
    // Tuesday 28 December to Monday 3 January.
    expect(dates(calendar("2021-12-28", "2022-01-12", { every: "1 week" }))).toEqual([
      "2022-01-03",
      "2022-01-10",
    ]);
    expect(dates(calendar("2021-01-01", "2023-12-30", { every: "1 year" }))).toEqual([
      "2021-12-31",
      "2022-12-31",
    ]);
    // Years begin on 29 February 2020 and on 28 February 2021 and 2022.
    expect(dates(calendar("2020-02-29", "2023-02-26", { every: "1 year" }))).toEqual([
      "2021-02-27",
      "2022-02-27",
    ]);
  });
});

describe("makePeriods", () => {
  it("leaves no day between two periods, and begins on the calendar's first", () => {
    const periods = periodsOf(calendar("2018-10-16", "2022-01-28", { daysOfMonth: [14, 28] }));
    expect(isoDate(periods[0].from)).toBe("2018-10-16");
    for (let t = 1; t < periods.length; t++) expect(periods[t].from).toBe(periods[t - 1].date + 1);
    expect(isoDate(periods[periods.length - 1].date)).toBe("2022-01-28");
    expect(periods.every(({ date, year }) => isoDate(date).startsWith(`${year}-`))).toBe(true);
  });

  it("adds the periods of the longest run-off of any stage", () => {
    const periods = periodsOf({
      ending: { hazard: 0.1, runOff: { claimWindow: "30 days" } },
      changes: [{ from: "2021-06-15", ending: { runOff: { claimWindow: "100 days" } } }],
    });
    // 100 days are 3.3 months.
    expect(periods.map(({ beyond }) => beyond)).toEqual([...Array(12).fill(false), ...Array(4).fill(true)]);
    expect(isoDate(periods[15].date)).toBe("2022-04-30");
    expect(calendarYears(periods)).toEqual([2021]);
  });

  it("adds none where there is no run-off", () => {
    expect(periodsOf({ ending: { hazard: 0.1 } })).toHaveLength(12);
  });

  it("adds them whichever way the plan may end: also one that no rule closes may lose all its members", () => {
    const runOff = { claimWindow: "1 month" };
    const ways = [
      { ending: { runOff, closing: { on: "2021-08-01" } } },
      { ending: { runOff, minimumMembers: { members: 10 } } },
      { ending: { runOff, hazard: { uniform: [0, 0.1] } } },
      { ending: { runOff }, changes: [{ from: "2021-05-01", ending: { hazard: 0.1 } }] },
      { ending: { runOff } },
    ];
    expect(ways.map((way) => periodsOf(way).length)).toEqual([13, 13, 13, 13, 13]);
  });

  it("gives each period the rules in force on its day of settlement, beyond the calendar too", () => {
    const periods = periodsOf({
      ending: { hazard: 0.1, runOff: { claimWindow: "1 month" } },
      changes: [
        { from: "2021-01-31", sharing: { fee: 0.1 } },
        { from: "2021-02-01", sharing: { fee: 0.2 } },
        { from: "2021-05-15", sharing: { fee: 0.3 } },
      ],
    });
    // Settled on the last of each month, from January on.
    expect(periods.map(({ stage }) => stage)).toEqual([1, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3]);
  });

  it("passes over rules that hold on no day of settlement", () => {
    const changes = [
      { from: "2021-03-05", sharing: { fee: 0.1 } },
      { from: "2021-03-20", sharing: { fee: 0.2 } },
    ];
    expect(periodsOf({ changes }).map(({ stage }) => stage)).toEqual([0, 0, ...Array(10).fill(2)]);
  });

  it("stops sharing from the announcement on and closes in the period of the closing day", () => {
    const closings = closingsOf({ ending: { closing: { announced: "2021-06-10", on: "2021-08-20" } } });
    const where = (of: "sharingStopped" | "closes") =>
      closings.filter((closing) => closing[of]).map(({ date }) => isoDate(date));
    expect(where("sharingStopped")[0]).toBe("2021-06-30");
    expect(where("sharingStopped")).toHaveLength(7);
    expect(where("closes")).toEqual(["2021-08-31"]);
  });

  it("stops sharing also when the announcement comes on the day of settlement", () => {
    const closings = closingsOf({ ending: { closing: { announced: "2021-05-31", on: "2021-08-20" } } });
    expect(closings.filter(({ sharingStopped }) => !sharingStopped)).toHaveLength(4);
  });

  it("goes on sharing where the announcement does not stop it", () => {
    const closing = { announced: "2021-06-10", on: "2021-08-20", sharingStops: false };
    const closings = closingsOf({ ending: { closing } });
    expect(closings.some(({ sharingStopped }) => sharingStopped)).toBe(false);
    expect(closings.filter(({ closes }) => closes)).toHaveLength(1);
  });

  it.each([
    ["on a settlement", "2021-02-28", "2021-02-28"],
    ["on the day after one", "2021-03-01", "2021-03-31"],
    ["on the first day", "2021-01-01", "2021-01-31"],
    ["on the last day", "2021-12-31", "2021-12-31"],
  ])("closes once when the day is %s", (_, on, date) => {
    const closing = closingsOf({ ending: { closing: { on } } }).filter(({ closes }) => closes);
    expect(closing.map((period) => isoDate(period.date))).toEqual([date]);
  });

  it("closes with the last settlement when the day is after it but within the calendar, and not after", () => {
    const closingDates = (on: string) =>
      closingsOf({
        ...calendar("2021-01-01", "2021-12-20", { every: "1 month" }),
        ending: { closing: { on }, runOff: { claimWindow: "60 days" } },
      }).flatMap(({ closes, date }) => (closes ? [isoDate(date)] : []));
    expect(closingDates("2021-12-10")).toEqual(["2021-11-30"]);
    expect(closingDates("2021-12-20")).toEqual(["2021-11-30"]);
    expect(closingDates("2021-12-21")).toEqual([]);
  });
});

describe("calendarYears", () => {
  it("names no year in which only run-offs go on", () => {
    const periods = periodsOf({
      ...calendar("2020-12-15", "2021-12-31", { every: "1 month" }),
      ending: { hazard: 0.1, runOff: { claimWindow: "1 year" } },
    });
    expect(calendarYears(periods)).toEqual([2021]);
    expect(periods[periods.length - 1].year).toBe(2022);
  });
});

describe("partsBetween", () => {
  it("is the part of a period's days between two days, both included", () => {
    const [first, last] = [day("2021-03-20"), day("2021-04-10")];
    const periods = periodsOf({});
    const parts = partsBetween(periods, first, last);
    periods.forEach(({ from, date }, t) => {
      const days = Array.from({ length: date - from + 1 }, (_, i) => from + i);
      const inside = days.filter((one) => one >= first && one <= last).length;
      expect(parts[t]).toBeCloseTo(inside / days.length, 14);
    });
  });

  it("holds a single day", () => {
    const parts = partsBetween(periodsOf({}), day("2021-02-20"), day("2021-02-20"));
    expect([...parts].filter((part) => part > 0)).toEqual([1 / 28]);
  });
});
