import { describe, expect, it } from "vitest";
import { head, onlyWorld } from "./oraclePlans.ts";

const rate = 0.24;
const monthly = 1 - Math.exp(-rate / 12);
const members = (more = "") => `members: { ages: 30-39, leaveAt: 100${more} }`;
const cover = (more = "", illness = "") =>
  `cover: { illnesses: { any: { incidence: ${rate}, benefit: 1000${illness} } }${more} }`;

describe("a life table, by hand", () => {
  it("loses those who claim, month by month", () => {
    const { table } = onlyWorld(`${head(3)}\n${members()}\njoining: { initial: 1000 }\n${cover()}`);
    expect(table.members[0]).toBeCloseTo(1000 * (1 - monthly), 9);
    expect(table.members[2]).toBeCloseTo(1000 * (1 - monthly) ** 3, 9);
    expect(table.cases[0][1]).toBeCloseTo(1000 * (1 - monthly) * monthly, 9);
  });

  it("loses those who lapse from the second month on, before they can claim", () => {
    const { table } = onlyWorld(
      `${head(2)}\n${members(", classes: { all: { portion: 1, lapse: 0.36 } }")}\njoining: { initial: 1000 }\n${cover("", ", endsMembership: false")}`,
    );
    const lapse = 1 - 0.64 ** (1 / 12);
    expect([table.lapsed[0], table.lapsed[1]]).toEqual([0, expect.closeTo(1000 * lapse, 9)]);
    expect(table.cases[0][1]).toBeCloseTo(1000 * (1 - lapse) * monthly, 9);
  });

  it("loses the dead after those who claim", () => {
    const { table } = onlyWorld(
      `${head(1)}\n${members()}\njoining: { initial: 1000 }\n${cover(", mortality: 0.5")}`,
    );
    expect(table.died[0]).toBeCloseTo(1000 * (1 - monthly) * (1 - 0.5 ** (1 / 12)), 9);
  });

  it("covers joiners when they have waited, in part of a month in that month", () => {
    const { table } = onlyWorld(
      `${head(3)}\n${members()}\njoining: { schedule: [{ perYear: 12000 }] }\n${cover(", waiting: 45 days", ", endsMembership: false")}`,
    );
    const waiting = (45 * 12) / 365.25;
    expect(table.cases[0][0]).toBe(0);
    expect(table.covered[0]).toBe(0);
    const part = 1 - Math.exp((-rate * (2 - waiting)) / 12);
    expect(table.cases[0][1] / table.newcomers[0]).toBeCloseTo(part, 9);
    expect(table.covered[1]).toBeCloseTo(table.newcomers[0], 9);
  });

  it("moves who had a mild illness to another class, where all is worse", () => {
    const { table } = onlyWorld(
      `${head(2)}\n${members(", classes: { well: { portion: 1 }, once: { portion: 0, relativeRisk: 4 } }")}\njoining: { initial: 1000 }\n${cover("", ", movesTo: once")}`,
    );
    const moved = 1000 * monthly;
    expect(table.members[1]).toBeCloseTo(1000, 9);
    expect(table.cases[0][1]).toBeCloseTo(
      (1000 - moved) * monthly + moved * (1 - Math.exp((-4 * rate) / 12)),
      9,
    );
  });

  it("has claims refused, granted by a jury, and approved late", () => {
    const { table } = onlyWorld(
      `${head(4)}\n${members()}\njoining: { initial: 1000 }\n${cover("", ", endsMembership: false")}
claims: { delay: { periods: [0, 1] }, denied: 40 %, jury: { disputed: 50 %, granted: 50 %, duration: 1 month } }`,
    );
    const claims = 1000 * monthly;
    const expected = [0, 0.6 * claims, 0.7 * claims, 0.7 * claims];
    expected.forEach((cases, t) => {
      expect(table.cases[0][t]).toBeCloseTo(cases, 9);
    });
    expect(table.denied[1]).toBeCloseTo(0.3 * claims, 9);
  });

  it("has diagnoses put off, lost in part, and made good later", () => {
    const { table } = onlyWorld(
      `${head(3)}\n${members()}\njoining: { initial: 1000 }\n${cover("", ", endsMembership: false")}
shocks: { events: [{ name: lockdown, from: 2020-01-01, to: 2020-01-31, putsOff: 50 %, lost: 20 %, catchUp: 29 days }] }`,
    );
    const claims = 1000 * monthly;
    const expected = [0.5 * claims, 1.4 * claims, claims];
    expected.forEach((cases, t) => {
      expect(table.cases[0][t]).toBeCloseTo(cases, 9);
    });
  });

  it("has former members come back", () => {
    const { table } = onlyWorld(
      `${head(3)}\n${members(", classes: { all: { portion: 1, lapse: 0.36 } }")}\njoining: { initial: 1000, rejoin: 0.19 }\n${cover("", ", endsMembership: false")}`,
    );
    const [lapse, rejoin] = [1 - 0.64 ** (1 / 12), 1 - 0.81 ** (1 / 12)];
    expect([table.joiners[1], table.joiners[2]]).toEqual([0, expect.closeTo(1000 * lapse * rejoin, 9)]);
    expect(table.newcomers[2]).toBe(0);
  });
});

describe("joiners", () => {
  it("are whole persons where persons are counted, parts waiting for a later month", () => {
    const yaml = (engine: "exact" | "fast") =>
      `${head(4, engine)}\n${members()}\njoining: { schedule: [{ from: 2020-01-01, to: 2020-04-30, perYear: 30 }] }\n${cover()}`;
    const { newcomers } = onlyWorld(yaml("exact")).table;
    const parts = onlyWorld(yaml("fast")).table.newcomers;
    expect([...newcomers].every(Number.isInteger)).toBe(true);
    const sum = (of: Float64Array) => of.reduce((a, b) => a + b, 0);
    expect(sum(newcomers)).toBe(Math.floor(sum(parts)));
    expect(parts[0]).toBeCloseTo((30 * 31) / 365.25, 9);
  });

  it("follow a Bass curve", () => {
    const { newcomers } = onlyWorld(
      `${head(2)}\n${members()}\njoining: { initial: 100, bass: { potential: 1000, innovation: 0.12, imitation: 1.2 } }\n${cover()}`,
    ).table;
    const first = Math.floor(((0.12 + 0.12) * 900) / 12);
    const second = ((0.12 + (1.2 * (100 + first)) / 1000) * (900 - first)) / 12;
    expect([...newcomers]).toEqual([first, Math.floor(second)]);
  });

  it("up to a target make up for who leaves", () => {
    const { table } = onlyWorld(
      `${head(3, "fast")}\n${members()}\njoining: { initial: 1000, target: [{ date: 2020-01-31, members: 1000 }, { date: 2020-12-31, members: 1000 }] }\n${cover(", waiting: 90 days")}`,
    );
    // The first month's losses are not known before it is over.
    expect(table.members[0]).toBeCloseTo(1000 * (1 - monthly), 9);
    expect(table.newcomers[1]).toBeCloseTo(1000 / (1 - monthly) - table.members[0], 9);
  });
});

describe("the chance that nobody is left", () => {
  it("is that of each having left", () => {
    const { table } = onlyWorld(
      `${head(2)}\ngroup: [{ class: all, number: 3, claimProbability: 0.5, benefit: 10, endsMembership: true }]`,
    );
    expect(table.empty[0]).toBeCloseTo(1 / 8, 12);
    expect(table.empty[1]).toBeCloseTo((3 / 4) ** 3, 12);
  });
});
