import { describe, expect, it } from "vitest";
import { runOf } from "./runs.ts";

/** The run of a small pool of 1,000 with these sections, without chance in its members. */
function smallRun(sections: object) {
  const scenario = {
    title: "Changed rules",
    calendar: { from: "2021-01-01", periods: 12 },
    engine: "fast",
    replications: 2,
    members: { ages: "30-49" },
    joining: { initial: 1000 },
    cover: { illnesses: { any: { incidence: 0.002, benefit: 1000 } } },
    ...sections,
  };
  return runOf(JSON.stringify(scenario));
}

describe("rules that a change takes away", () => {
  it("keep nobody from joining any more", () => {
    const joins = { threshold: { willingness: 1 } };
    const run = smallRun({
      joining: { initial: 1000, schedule: [{ perYear: 1200 }] },
      members: { ages: "30-49", classes: { all: { joins } } },
      sharing: { feePerHead: 5 },
      changes: [{ from: "2021-07-01", members: { classes: { all: { joins: null } } } }],
    });

    expect(run.path("joiners")[4]).toBe(0);
    expect(run.path("joiners")[8]).toBeCloseTo(1200 * (30 / 365.25), 6);
  });

  it("leave no deposits that are used up for joiners to make up for", () => {
    const target = [
      { date: "2021-01-31", members: 1000 },
      { date: "2021-12-31", members: 1000 },
    ];
    const run = smallRun({
      joining: { initial: 1000, target },
      sharing: { feePerHead: 5 },
      funding: { deposit: 12, minimum: 6, topUp: { amount: 10, portion: 0.5 } },
      changes: [{ from: "2021-03-01", funding: null }],
    });

    for (const members of run.path("members")) expect(Math.abs(members - 1000)).toBeLessThan(10);
  });
});

describe("a target", () => {
  it("is reached again by joiners where nobody was left", () => {
    const run = smallRun({
      engine: "exact",
      joining: {
        target: [
          { date: "2021-01-31", members: 1 },
          { date: "2021-12-31", members: 30 },
        ],
      },
      cover: { illnesses: { any: { incidence: 10, benefit: 1 } } },
    });

    expect(run.path("members").every(Number.isFinite)).toBe(true);
    expect(Math.max(...run.path("joiners"))).toBeGreaterThan(0);
  });
});

describe("shares by expected cost", () => {
  it("collect at most a unit a head too much where they are rounded up", () => {
    const classes = { low: { portion: 0.5, relativeRisk: 0.5 }, high: { portion: 0.5, relativeRisk: 1.5 } };
    const run = smallRun({
      members: { ages: "30-49", classes },
      cover: { illnesses: { any: { incidence: 0.3, benefit: 1000 } } },
      sharing: { rule: "expectedCost", roundUpTo: 1 },
    });

    run.path("contributions").forEach((contributions, t) => {
      const cost = run.path("aid")[t] - (t > 0 ? run.path("surplus")[t - 1] : 0);
      expect(contributions - Math.max(0, cost)).toBeLessThanOrEqual(run.path("sharers")[t] + 1e-6);
    });
  });
});
