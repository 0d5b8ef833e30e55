import { describe, expect, it } from "vitest";
import { ageGroupOf, ageGroups } from "../../src/plan/ageGroups.ts";
import { type AgeGroupAid, aidByAge, type MeanFlows } from "../../src/plan/aidByAge.ts";
import { lump } from "../../src/plan/lump.ts";
import type { PoolPlan } from "../../src/plan/plan.ts";
import { makePoolPlan } from "../helpers/onlyPool.ts";
import { poolOf, rateRows } from "../helpers/scenarioOf.ts";

/** A plan of two years, in half-years; the initial members are all there are. */
function planOf(sections: object): PoolPlan {
  return makePoolPlan(
    poolOf({
      engine: "fast",
      calendar: { from: "2021-01-01", periods: 4, settle: { every: "6 months" } },
      members: {
        ages: "20-59",
        leaveAt: 60,
        mix: [
          { ages: "20-39", portion: 0.5, male: 0.4 },
          { ages: "40-59", portion: 0.5, male: 0.7 },
        ],
      },
      joining: { initial: 1000 },
      cover: {
        level: 0.8,
        trend: 0.02,
        inflation: 0.03,
        mortality: 0.01,
        illnesses: {
          severe: {
            incidence: rateRows(0, 120, (age, sex) => 0.001 * (1 + sex) * 1.05 ** age),
            benefit: 1000,
          },
          mild: { incidence: 0.03, endsMembership: false, benefit: 50 },
        },
      },
      ...sections,
    }),
  );
}

const still: MeanFlows = {
  initial: 1000,
  joiners: [0, 0, 0, 0],
  movedIn: [0, 0, 0, 0],
  left: [0, 0, 0, 0],
  risk: [1, 1, 1, 1],
};
const sum = (groups: readonly AgeGroupAid[], of: (group: AgeGroupAid) => number) =>
  groups.reduce((total, group) => total + of(group), 0);

/** Members and expected aid of a year by the fast engine's cells: what the lumped tables make of the initial members. */
function byCells(plan: PoolPlan, from: number): { members: number; aid: number } {
  const cells = lump(plan);
  let [persons, members, aid] = [1000, 0, 0];
  plan.periods.forEach((_, t) => {
    const amounts = [1000, 50].map((amount) => amount * 1.03 ** ((t + 0.5) / 2));
    if (t >= from && t < from + 2) {
      members += persons / 2;
      aid +=
        persons *
        cells.claim.reduce((total, claim, tier) => total + claim[t] * amounts[orderOf(plan)[tier]], 0);
    }
    const ending = cells.claim.reduce(
      (total, claim, i) => total + (plan.tiers[i].endsMembership ? claim[t] : 0),
      0,
    );
    persons *= (1 - ending) * (1 - cells.death[t]) * (1 - cells.ageOut[t]);
  });
  return { members, aid };
}

/** 0 for the severe illness's tier, 1 for the mild one's. */
const orderOf = ({ tiers }: PoolPlan) => tiers.map(({ illness }) => (illness === "severe" ? 0 : 1));

describe("aid by age and sex", () => {
  it.each([
    [2021, 0],
    [2022, 2],
  ])("adds up to what the fast engine's cells expect in %i", (year, from) => {
    const plan = planOf({});
    const groups = aidByAge(plan, year, still);
    const { members, aid } = byCells(plan, from);
    expect(sum(groups, (group) => group.members) / members).toBeCloseTo(1, 9);
    expect(sum(groups, ({ expectedAid }) => expectedAid) / aid).toBeCloseTo(1, 9);
  });

  it("is shared out: what groups bear adds up to what they can expect", () => {
    const groups = aidByAge(planOf({}), 2021, still);
    expect(sum(groups, ({ asked }) => asked)).toBeCloseTo(
      sum(groups, ({ expectedAid }) => expectedAid),
      6,
    );
  });

  it("is borne alike by all ages with equal shares, and by their weights with age weights", () => {
    const perHead = (groups: readonly AgeGroupAid[]) => groups.map(({ asked, members }) => asked / members);
    const equal = perHead(aidByAge(planOf({}), 2021, still));
    for (const asked of equal) expect(asked).toBeCloseTo(equal[0], 9);
    const rule = {
      age: [
        { ages: "0-39", weight: 1 },
        { ages: "40-120", weight: 3 },
      ],
    };
    const weighted = aidByAge(planOf({ sharing: { rule } }), 2021, still);
    const asked = (ages: string) => perHead(weighted.filter((group) => group.ages === ages))[0];
    expect(asked("40–49") / asked("18–29")).toBeCloseTo(3, 9);
    expect(asked("50–59") / asked("30–39")).toBeCloseTo(3, 9);
  });

  it("is larger where the table is: of the old, and of women", () => {
    const groups = aidByAge(planOf({}), 2021, still);
    const aid = (ages: string, sex: string) => {
      const { expectedAid = 0, members = 1 } =
        groups.find((one) => one.ages === ages && one.sex === sex) ?? {};
      return expectedAid / members;
    };
    expect(aid("50–59", "men")).toBeGreaterThan(aid("18–29", "men"));
    expect(aid("30–39", "women")).toBeGreaterThan(aid("30–39", "men"));
  });

  it("follows how many join, move in and leave", () => {
    const plan = planOf({
      joining: { initial: 1000, schedule: [{ from: "2021-07-01", to: "2021-12-31", perYear: 400 }] },
    });
    const flows = { ...still, joiners: [0, 200, 0, 0], left: [0, 0.5, 0, 0] };
    const before = sum(aidByAge(plan, 2021, still), ({ members }) => members);
    const after = sum(aidByAge(plan, 2021, flows), ({ members }) => members);
    // 1,000 in the first half, then 500 and 200 instead of 1,000, but for a few claims and deaths.
    expect(before - after).toBeGreaterThan(120);
    expect(before - after).toBeLessThan(150);
  });

  it("has no groups of a closed group, and none without members", () => {
    const groups = aidByAge(planOf({}), 2021, still);
    expect(groups.map(({ ages }) => ages)).not.toContain("0–17");
    expect(groups).toHaveLength(8);
  });
});

describe("age groups", () => {
  it("cover all ages of both sexes", () => {
    expect(ageGroups).toHaveLength(16);
    expect([0, 17, 18, 29, 79, 80, 120].map((age) => ageGroups[ageGroupOf(age, 0)].ages)).toEqual([
      ...["0–17", "0–17", "18–29", "18–29", "70–79", "80+", "80+"],
    ]);
    expect(ageGroups[ageGroupOf(40, 1)]).toEqual({ sex: "women", ages: "40–49" });
  });
});
