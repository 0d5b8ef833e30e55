import { describe, expect, it } from "vitest";
import { months, runOf } from "./runs.ts";

const pool = (more: string, classes = "all: { portion: 1 }", members = "ages: 30-30") => `${months(18)}
engine: fast
members: { ${members}, leaveAt: 100, classes: { ${classes} } }
${more}`;

describe("recorded paths", () => {
  it("add up the shares of the last year, of as many periods as there have been", () => {
    const run = runOf(
      pool(`
joining: { initial: 100000 }
cover: { illnesses: { x: { incidence: 1 %, benefit: 1000, endsMembership: false } } }`),
    );
    const shares = run.path("share");
    run.path("shareRollingYear").forEach((rolling, t) => {
      const expected = shares.slice(Math.max(0, t - 11), t + 1).reduce((a, b) => a + b, 0);
      expect(rolling).toBeCloseTo(expected, 12);
    });
    expect(run.at("shareRollingYear", 17)).toBeGreaterThan(8);
  });

  it("have the members' mean age: half a year older at joining than at the last birthday", () => {
    const run = runOf(
      pool(`
joining: { initial: 100000, schedule: [{ from: 2020-07-01, to: 2020-07-31, perYear: 1200000 }] }
cover: { illnesses: { x: { incidence: 0, benefit: 1 } } }`),
    );
    // A period's age is that of its middle.
    expect(run.at("meanAge", 0)).toBeCloseTo(30.5 + 0.5 / 12, 9);
    expect(run.at("meanAge", 5)).toBeCloseTo(30.5 + 5.5 / 12, 9);
    const joiners = run.at("joiners", 6);
    const mixed = (100_000 * (30.5 + 6.5 / 12) + joiners * (30.5 + 0.5 / 12)) / (100_000 + joiners);
    expect(run.at("meanAge", 6)).toBeCloseTo(mixed, 9);
  });

  it("have indices of one for joiners at the start and where nobody is covered", () => {
    const run = runOf(
      pool(`
joining: { schedule: [{ perYear: 120000 }] }
cover: { waiting: 6 months, illnesses: { x: { incidence: 1 %, benefit: 1 } } }`),
    );
    for (const index of ["ageIndex", "selectionIndex", "durationIndex"] as const) {
      expect(run.path(index).slice(0, 5)).toEqual([1, 1, 1, 1, 1]);
    }
  });

  it("have the age index grow with the table", () => {
    // Birthdays are spread evenly: d years after joining at 30 incidence is (1 - d) r(30) + d r(31).
    const run = runOf(
      pool(`
joining: { initial: 100000 }
cover: { illnesses: { x: { incidence: [{ ages: 0-30, rate: 1 % }, { ages: 31-120, rate: 3 % }], benefit: 1, endsMembership: false } } }`),
    );
    expect(run.at("ageIndex", 4)).toBeCloseTo(1 + 2 * (4.5 / 12), 12);
    expect(run.at("ageIndex", 14)).toBeCloseTo(3, 12);
  });

  it("have the selection index tell whether the risky stay", () => {
    const run = runOf(
      pool(
        `
joining: { initial: 100000 }
cover: { illnesses: { x: { incidence: 0.1 %, benefit: 1, endsMembership: false } } }`,
        "good: { portion: 60 %, relativeRisk: 0.5, lapse: 50 % }, bad: { portion: 40 %, relativeRisk: 2 }",
      ),
    );
    const atStart = 0.6 * 0.5 + 0.4 * 2;
    const good = 0.6 * 0.5 ** (12 / 12);
    const stayers = (good * 0.5 + 0.4 * 2) / (good + 0.4);
    expect(run.at("selectionIndex", 0)).toBeCloseTo(1, 12);
    expect(run.at("selectionIndex", 12)).toBeCloseTo(stayers / atStart, 10);
  });

  it("have the duration index approach one as the select effect wears off", () => {
    const run = runOf(
      pool(`
joining: { initial: 100000 }
cover: { select: { years: [0.2, 1] }, illnesses: { x: { incidence: 0.1 %, benefit: 1, endsMembership: false } } }`),
    );
    expect(run.at("durationIndex", 0)).toBeCloseTo(0.2, 12);
    expect(run.at("durationIndex", 17)).toBeCloseTo(1, 12);
  });

  it("stay finite where the first joiners have no incidence at all", () => {
    const run = runOf(
      pool(
        `
joining: { schedule: [{ perYear: 120000 }] }
cover: { illnesses: { x: { incidence: [{ ages: 0-39, rate: 0 }, { ages: 40-120, rate: 1 % }], benefit: 1 } } }
changes: [{ from: 2020-06-01, members: { mix: [{ ages: 40-49, portion: 1 }] } }]`,
        "all: { portion: 1 }",
        "ages: 30-49, mix: [{ ages: 30-32, portion: 1 }]",
      ),
    );
    expect(run.at("cases", 17)).toBeGreaterThan(0);
    expect(run.path("ageIndex").every(Number.isFinite)).toBe(true);
  });

  it("are the same in both engines where nothing is left to chance", () => {
    const yaml = (engine: string) =>
      pool(`
joining: { initial: 1000 }
cover: { select: { start: 0.5, timeConstant: 1 year }, illnesses: { x: { incidence: 0.0001 %, benefit: 1, endsMembership: false } } }`).replace(
        "fast",
        engine,
      );
    const [exact, fast] = [runOf(yaml("exact")), runOf(yaml("fast"))];
    for (const metric of [
      "members",
      "covered",
      "meanAge",
      "ageIndex",
      "selectionIndex",
      "durationIndex",
    ] as const) {
      fast.path(metric).forEach((value, t) => {
        expect(exact.at(metric, t), `${metric} ${t}`).toBeCloseTo(value, 9);
      });
    }
  });
});
