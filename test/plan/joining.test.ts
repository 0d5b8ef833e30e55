import { describe, expect, it } from "vitest";
import { makePlan } from "../../src/plan/makePlan.ts";
import { isoDate } from "../../src/scenario/day.ts";
import { poolOf, scenarioOf } from "../helpers/scenarioOf.ts";

const planOf = (sections: object) => makePlan(poolOf(sections));
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

describe("the cohorts", () => {
  const joined = (joining: object, others: object = {}) =>
    planOf({ joining, ...others }).cohorts.map((cohort) => cohort.joined);

  it("are one of initial members and one for each period in which somebody may join", () => {
    expect(joined({ initial: 10 })).toEqual([-1]);
    expect(joined({ schedule: [{ from: "2021-02-20", to: "2021-04-01", perYear: 1 }] })).toEqual([1, 2, 3]);
    const target = [
      { date: "2021-05-31", members: 10 },
      { date: "2021-06-30", members: 0 },
    ];
    expect(joined({ target })).toEqual([4, 5]);
    const bass = { potential: 100, innovation: 0.1, imitation: 0.1 };
    expect(joined({ bass, initial: 5 })).toEqual([-1, ...Array(12).keys()]);
  });

  it("enter nobody beyond the calendar", () => {
    const ending = { hazard: 0.1, runOff: { claimWindow: "90 days" } };
    const plan = planOf({ joining: { schedule: [{ perYear: 1 }] }, ending });
    expect(plan.periods).toHaveLength(15);
    expect(plan.cohorts).toHaveLength(12);
  });

  it("have the rules of their period", () => {
    const { cohorts } = planOf({
      joining: { initial: 1, schedule: [{ perYear: 1 }] },
      changes: [{ from: "2021-05-15", sharing: { fee: 0.1 } }],
    });
    expect(cohorts.map(({ stage }) => stage)).toEqual([0, 0, 0, 0, 0, ...Array(8).fill(1)]);
  });

  it("begin with initial members who joined long enough ago for the longest waiting of any stage and illness", () => {
    const cover = {
      waiting: "30 days",
      illnesses: { any: { incidence: 0.1, waiting: "50 days", benefit: 1 } },
    };
    const changes = [{ from: "2021-05-15", cover: { waiting: "100 days" } }];
    // 50 days are 1.6 months, 100 days 3.3.
    expect(joined({ initial: 1 }, { cover })).toEqual([-3]);
    expect(joined({ initial: 1 }, { cover, changes })).toEqual([-5]);
  });

  it("have an initial one also when its size is uncertain, and in a closed group the sum of its rows", () => {
    expect(joined({ initial: { uniform: [10, 20] } })).toEqual([-1]);
    const group = [3, 4].map((number) => ({ class: `c${number}`, number, claimProbability: 0, benefit: 1 }));
    const plan = makePlan(scenarioOf({ title: "x", calendar: { from: "2021-01-01", periods: 1 }, group }));
    expect(plan.joining.initial).toBe(7);
    expect(plan.cohorts).toEqual([{ joined: -1, stage: 0 }]);
  });
});

describe("the shocks", () => {
  it("have the part of each period that an event takes up", () => {
    const events = [{ name: "flu", from: "2021-02-20", to: "2021-03-17", incidence: { uniform: [1, 3] } }];
    const { shocks, draws } = planOf({ shocks: { events } });
    expect([...shocks.events[0].parts]).toEqual([0, 9 / 28, 17 / 31, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(shocks.events[0].incidence).toEqual({ draw: 0 });
    expect(draws[0].path).toBe("shocks.events[0].incidence");
    expect(shocks.yearly).toBeNull();
  });

  it("carry the yearly one's numbers", () => {
    const { shocks } = planOf({ shocks: { yearly: { lognormal: { sd: 0.03, autocorrelation: 0.5 } } } });
    expect(shocks.yearly).toEqual({ kind: "lognormal", sd: 0.03, autocorrelation: 0.5 });
  });
});
