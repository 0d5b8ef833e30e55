import { describe, expect, it } from "vitest";
import { months, offBy, runOf } from "./runs.ts";

const head = (periods: number, engine: string, more = "replications: 2") => `${months(periods, more)}
engine: ${engine}`;
const people = `
members: { ages: 30-39, leaveAt: 100 }
cover: { illnesses: { x: { incidence: 0.1 %, benefit: 1000, endsMembership: false } } }`;

/** Joiners and members, period by period. */
function paths(yaml: string): [number[], number[]] {
  const run = runOf(yaml);
  return [run.path("joiners"), run.path("members")];
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

describe("joiners by schedule", () => {
  const schedule = `${people}
joining: { schedule: [{ from: 2020-02-01, to: 2021-01-31, perYear: 12000 }] }`;

  it("add up to what a year holds, day by day", () => {
    const [joiners, members] = paths(head(14, "fast") + schedule);
    expect(joiners[0]).toBe(0);
    expect(joiners[1]).toBeCloseTo((12_000 * 29) / 365.25, 9);
    expect(joiners[13]).toBe(0);
    expect(sum(joiners)).toBeCloseTo((12_000 * 366) / 365.25, 8);
    expect(members[13]).toBeCloseTo(sum(joiners), 8);
  });

  it("are whole persons in the exact engine; parts of one wait for a later period", () => {
    const [joiners] = paths(`${head(36, "exact")}${people}
joining: { schedule: [{ perYear: 5.5 }] }`);
    expect(joiners.every(Number.isInteger)).toBe(true);
    const days = 366 + 365 + 365;
    expect(sum(joiners)).toBe(Math.floor((5.5 * days) / 365.25));
  });

  it("of several rows add up", () => {
    const [joiners] = paths(`${head(2, "fast")}${people}
joining: { schedule: [{ perYear: 1000 }, { from: 2020-02-01, perYear: 500 }] }`);
    expect(joiners[1]).toBeCloseTo((1500 * 29) / 365.25, 9);
  });

  it("differ between replications where their number is uncertain", () => {
    const run = runOf(`${head(1, "fast", "replications: 400")}${people}
joining: { schedule: [{ perYear: { uniform: [0, 24000] } }] }`);
    expect(offBy(run.across("joiners", 0), (12_000 * 31) / 365.25)).toBeLessThan(4);
  });
});

describe("joiners up to a target", () => {
  const target = `
joining: { initial: 20000, target: [{ date: 2020-01-01, members: 20000 }, { date: 2020-12-31, members: 57000 }] }`;
  const wanted = (days: number) => 20_000 + (37_000 * days) / 365;
  const settlements = [30, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];
  const leaving = `
members: { ages: 30-39, leaveAt: 100, classes: { all: { portion: 1, lapse: 10 %, reaction: { power: { reference: 1, elasticity: 0.5 } } } } }
cover: { illnesses: { x: { incidence: 1 %, benefit: 1000, endsMembership: false } } }
collection: { failing: 1 % }`;

  it("follow it whoever leaves at the start of a period", () => {
    const [, members] = paths(head(12, "fast") + leaving + target);
    members.forEach((of, t) => {
      expect(Math.abs(of / wanted(settlements[t]) - 1)).toBeLessThan(1e-6);
    });
  });

  it("make up for claims, deaths and age-outs as they were a period before", () => {
    const run = runOf(`${head(24, "fast")}
members: { ages: 30-39, leaveAt: 60 }
cover: { mortality: 0.5 %, illnesses: { x: { incidence: 0.2 %, benefit: 1000 } } }
joining: { initial: 20000, target: [{ date: 2020-01-01, members: 20000 }, { date: 2021-12-31, members: 20000 }] }`);
    expect(run.at("died", 5) + run.at("claimed", 5)).toBeGreaterThan(8);
    const gaps = run.path("members").map((of) => Math.abs(of / 20_000 - 1));
    expect(Math.max(...gaps.slice(1))).toBeLessThan(1e-5);
    // Nobody knows before the first period who will leave in it.
    expect(gaps[0]).toBeLessThan(1e-3);
  });

  it("are within one person of it in the exact engine", () => {
    const [joiners, members] = paths(head(12, "exact") + people + target);
    members.forEach((of, t) => {
      expect(Math.abs(of - wanted(settlements[t]))).toBeLessThanOrEqual(1);
    });
    expect(joiners.every(Number.isInteger)).toBe(true);
  });

  it("are nobody while there are more than wanted, and after its last day", () => {
    const [joiners, members] = paths(`${head(6, "fast")}${people}
joining: { initial: 1000, target: [{ date: 2020-01-01, members: 500 }, { date: 2020-03-31, members: 800 }] }`);
    expect(sum(joiners)).toBe(0);
    expect(members[5]).toBe(1000);
  });

  it("come on top of those of the schedule only as far as they are missing", () => {
    const [joiners, members] = paths(`${head(3, "fast")}${people}
joining: { initial: 1000, schedule: [{ perYear: 1200 }], target: [{ date: 2020-01-01, members: 2000 }, { date: 2020-03-31, members: 2000 }] }`);
    expect(members[0]).toBeCloseTo(2000, 9);
    expect(joiners[1]).toBeCloseTo((1200 * 29) / 365.25, 9);
  });
});

describe("joiners by the Bass curve", () => {
  const [innovation, imitation, potential] = [0.05, 0.9, 1e6];
  /** Bass (1969): F(t) = m (1 - e^-(p+q)t) / (1 + q/p e^-(p+q)t). */
  const closedForm = (years: number) => {
    const decay = Math.exp(-(innovation + imitation) * years);
    return (potential * (1 - decay)) / (1 + (imitation / innovation) * decay);
  };
  const bass = (settle: string, periods: number) => `
title: Bass
engine: fast
replications: 2
calendar: { from: 2020-01-01, periods: ${periods}, settle: { every: ${settle} } }
${people}
joining: { bass: { potential: 1 million, innovation: 0.05, imitation: 0.9 } }`;
  const worst = (settle: string, perYear: number) => {
    const [, members] = paths(bass(settle, 8 * perYear));
    return Math.max(...members.map((of, t) => Math.abs(of - closedForm((t + 1) / perYear)) / potential));
  };

  it("follow its closed form, the closer the shorter the periods", () => {
    const [monthly, quarterly] = [worst("1 month", 12), worst("3 months", 4)];
    expect(monthly).toBeLessThan(0.02);
    expect(quarterly / monthly).toBeGreaterThan(2.5);
    expect(quarterly / monthly).toBeLessThan(3.5);
  });

  it("count who has left as one who has joined before", () => {
    const [joiners] = paths(`${head(240, "fast")}
members: { ages: 30-39, leaveAt: 100, classes: { all: { portion: 1, lapse: 90 % } } }
cover: { illnesses: { x: { incidence: 0, benefit: 1000 } } }
joining: { initial: 1000, bass: { potential: 5000, innovation: 0.5, imitation: 0.5 } }`);
    expect(sum(joiners)).toBeLessThanOrEqual(4000);
    expect(sum(joiners)).toBeGreaterThan(3999);
  });

  it("are nobody where nobody may join any more", () => {
    expect(
      sum(
        paths(
          `${head(3, "fast")}${people}\njoining: { initial: 9, bass: { potential: 5, innovation: 1, imitation: 1 } }`,
        )[0],
      ),
    ).toBe(0);
    expect(
      sum(
        paths(
          `${head(3, "exact")}${people}\njoining: { bass: { potential: 0, innovation: 1, imitation: 1 } }`,
        )[0],
      ),
    ).toBe(0);
  });

  it("start slowly without ending a plan that never had a whole member", () => {
    const run = runOf(`${head(24, "fast")}${people}
joining: { bass: { potential: 100, innovation: 0.01, imitation: 3 } }`);
    expect(run.at("members", 0)).toBeLessThan(0.5);
    expect(run.ending()).toBe("none");
  });
});

describe("former members who come back", () => {
  /** Half of the members lapse a year, half of the former come back a year. */
  const back = (engine: string, replications: number) => `${head(3, engine, `replications: ${replications}`)}
joining: { initial: 1000, rejoin: 50 % }
members: { ages: 30-39, leaveAt: 100, classes: { all: { portion: 1, lapse: 50 % } } }
cover: { waiting: 1 month, illnesses: { x: { incidence: 0, benefit: 1 } } }`;
  const monthly = 1 - 0.5 ** (1 / 12);

  it("are a part of those who left, from the period after on, and wait anew", () => {
    const run = runOf(back("fast", 2));
    const lapsed = 1000 * monthly;
    expect(run.path("joiners").slice(0, 2)).toEqual([0, 0]);
    expect(run.at("joiners", 2)).toBeCloseTo(lapsed * monthly, 9);
    expect(run.at("members", 2) - run.at("covered", 2)).toBeCloseTo(lapsed * monthly, 9);
  });

  it("are fewer while an event keeps joiners away", () => {
    const event = "\nshocks: { events: [{ name: news, from: 2020-03-01, to: 2020-03-31, joining: 0.2 }] }";
    const run = runOf(back("fast", 2) + event);
    const monthlyThen = 1 - 0.5 ** (0.2 / 12);
    expect(run.at("joiners", 2)).toBeCloseTo(1000 * monthly * monthlyThen, 9);
  });

  it("are whole persons in the exact engine, as many on average", () => {
    const joiners = runOf(back("exact", 1000)).across("joiners", 2);
    expect(joiners.every(Number.isInteger)).toBe(true);
    expect(offBy(joiners, 1000 * monthly * monthly)).toBeLessThan(4);
  });

  it("are none of those who claimed, died or reached the age limit", () => {
    const run = runOf(`${head(4, "fast")}
joining: { initial: 1000, rejoin: 100 % }
members: { ages: 58-59, leaveAt: 60 }
cover: { mortality: 20 %, illnesses: { x: { incidence: 1, benefit: 1 } } }`);
    expect(sum(run.path("joiners"))).toBe(0);
    expect(run.at("members", 3)).toBeLessThan(800);
  });
});

describe("joiners whom recent shares keep away", () => {
  /** Of 1,200 a year 80 % are of class a, who stay away above 60 a year; everybody pays 10 a month from February on. */
  const reacting = (rest: string) => `${head(4, "fast")}
joining: { initial: 100, schedule: [{ perYear: 1200 }]${rest} }
members:
  ages: 30-39
  leaveAt: 100
  classes:
    a: { portion: 80 %, joins: { threshold: { willingness: 60, lookBack: 1 } } }
    b: { portion: 20 % }
cover: { illnesses: { x: { incidence: 0, benefit: 1 } } }
changes: [{ from: 2020-02-15, sharing: { feePerHead: 10 } }]`;

  it("are not there from the next period on; the others are as many as before", () => {
    const [joiners] = paths(reacting(""));
    const ofDays = (days: number) => (1200 * days) / 365.25;
    expect(joiners).toEqual([31, 29, 0.2 * 31, 0.2 * 30].map((days) => expect.closeTo(ofDays(days), 9)));
  });

  it("are more than without where the share is low", () => {
    const low = reacting("").replace(
      "threshold: { willingness: 60, lookBack: 1 }",
      "power: { reference: 240, elasticity: 1, lookBack: 1, most: 9 }",
    );
    const [joiners] = paths(low);
    // From March on half of the reference is asked for: twice as many of class a.
    const ofDays = (days: number) => (1200 * days) / 365.25;
    const [, , march, april] = joiners;
    expect(march).toBeCloseTo((2 * 0.8 + 0.2) * ofDays(31), 6);
    expect(april).toBeCloseTo((2 * 0.8 + 0.2) * ofDays(30), 6);
  });

  it("do not come back more often than they left", () => {
    for (const engine of ["exact", "fast"] as const) {
      const run = runOf(`${head(4, engine)}
joining: { initial: 100, rejoin: 99.9 % }
members:
  ages: 30-39
  leaveAt: 100
  classes: { all: { lapse: 90 %, joins: { power: { reference: 1e6, elasticity: 2, lookBack: 1, most: 1e6 } } } }
cover: { illnesses: { x: { incidence: 0, benefit: 1 } } }
sharing: { feePerHead: 10 }`);
      const lapsed = run.path("lapsed");
      // Who lapsed in one period is back in the next.
      expect(run.path("joiners").slice(2)).toEqual(lapsed.slice(1, -1).map((of) => expect.closeTo(of, 6)));
      expect(lapsed[1]).toBeGreaterThan(5);
    }
  });

  it("are made up for by others where there is a target", () => {
    const target = "target: [{ date: 2020-01-01, members: 700 }, { date: 2020-12-31, members: 7000 }]";
    const run = runOf(reacting(`, ${target}`));
    const wanted = [30, 59, 90, 120].map((days) => 700 + (6300 * days) / 365);
    expect(run.path("members")).toEqual(wanted.map((of) => expect.closeTo(of, 6)));
  });
});
