import { describe, expect, it } from "vitest";
import { isoDate } from "../../src/scenario/day.ts";
import { makePoolPlan } from "../helpers/onlyPool.ts";
import { poolOf } from "../helpers/scenarioOf.ts";

const planOf = (sections: object) => makePoolPlan(poolOf(sections));
const sum = (numbers: Iterable<number>) => [...numbers].reduce((a, b) => a + b, 0);
const twoYears = { from: "2021-01-01", to: "2023-01-31" };

describe("the schedule of joiners", () => {
  it.each([
    ["every month from the first day", { every: "1 month" }, "2021-01-01", "2021-12-31"],
    ["every month from the middle of a period", { every: "1 month" }, "2021-03-10", "2022-03-09"],
    ["on the 14th and 28th", { daysOfMonth: [14, 28] }, "2021-05-20", "2022-05-19"],
    ["every week", { every: "1 week" }, "2021-05-20", "2022-05-19"],
    ["every two weeks, longer than a year", { every: "2 weeks" }, "2021-02-20", "2022-08-21"],
  ])("adds up to perYear for 365.25 days: settled %s", (_, settle, from, to) => {
    const { joining } = planOf({
      calendar: { ...twoYears, settle },
      joining: { schedule: [{ from, to, perYear: 1200 }] },
    });
    const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
    expect(joining.scheduled[0].perYear).toBe(1200);
    expect(sum(joining.scheduled[0].years)).toBeCloseTo(days / 365.25, 12);
  });

  it("puts the days of each period into it", () => {
    const { joining } = planOf({
      joining: { schedule: [{ from: "2021-02-20", to: "2021-04-01", perYear: 1 }] },
    });
    // 20 to 28 February, all of March, 1 April.
    expect([...joining.scheduled[0].years].map((years) => years * 365.25)).toEqual(
      [0, 9, 31, 1, 0, 0, 0, 0, 0, 0, 0, 0].map((days) => expect.closeTo(days, 10)),
    );
  });

  it("keeps several apart, also an uncertain one", () => {
    const perYear = { uniform: [100, 300] };
    const { joining, draws } = planOf({ joining: { schedule: [{ perYear: 10 }, { perYear }] } });
    expect(joining.scheduled.map((of) => of.perYear)).toEqual([10, { draw: 0 }]);
    expect(draws[0].path).toBe("joining.schedule[1].perYear");
  });
});

describe("the target", () => {
  const target = [
    { date: "2021-02-15", members: 1000 },
    { date: "2021-03-31", members: 5500 },
    { date: "2021-07-20", members: 3000 },
  ];

  it("is interpolated linearly between its days, none before the first and after the last", () => {
    const { joining, periods } = planOf({ joining: { target } });
    const at = Object.fromEntries(periods.map(({ date }, t) => [isoDate(date), joining.target[t]]));
    expect(at["2021-01-31"]).toBe(-1);
    // 13 of 44 days on the way from 1,000 to 5,500, then 30, 61 and 91 of 111 from there to 3,000.
    expect(at["2021-02-28"]).toBeCloseTo(1000 + (4500 * 13) / 44, 9);
    expect(at["2021-03-31"]).toBe(5500);
    expect(at["2021-04-30"]).toBeCloseTo(5500 - (2500 * 30) / 111, 9);
    expect(at["2021-05-31"]).toBeCloseTo(5500 - (2500 * 61) / 111, 9);
    expect(at["2021-06-30"]).toBeCloseTo(5500 - (2500 * 91) / 111, 9);
    expect(at["2021-07-31"]).toBe(-1);
  });

  it("holds on a single day only when it is one of settlement", () => {
    const single = (date: string) => planOf({ joining: { target: [{ date, members: 700 }] } }).joining.target;
    expect([...single("2021-02-28")].filter((members) => members >= 0)).toEqual([700]);
    expect([...single("2021-03-01")].every((members) => members === -1)).toBe(true);
  });
});
