import { describe, expect, it } from "vitest";
import { isInPool } from "../../src/plan/cohorts.ts";
import { makePlan } from "../../src/plan/makePlan.ts";
import type { PoolPlan } from "../../src/plan/plan.ts";
import { makePoolPlan } from "../helpers/onlyPool.ts";
import { poolOf, scenarioOf } from "../helpers/scenarioOf.ts";

const planOf = (sections: object) => makePoolPlan(poolOf(sections));

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
    const plan = makePoolPlan(
      scenarioOf({ title: "x", calendar: { from: "2021-01-01", periods: 1 }, group }),
    );
    expect(plan.joining.initial).toBe(7);
    expect(plan.cohorts).toEqual([{ joined: -1, stage: 0, mix: 0, from: { kind: "joiners" } }]);
  });
});

/** How many there are, which are the first ones. */
function ones(marks: Uint8Array): number {
  const count = marks.lastIndexOf(1) + 1;
  if (marks.subarray(0, count).some((mark) => mark === 0)) throw new Error(`not the first ones: ${marks}`);
  return count;
}

describe("exempt cohorts", () => {
  const exempt = { joinedBefore: "2021-02-15", until: "2021-04-20" };
  const exemptOf = (sections: object) => {
    const joining = { initial: 10, schedule: [{ perYear: 10 }] };
    const { exempt: of, cohorts, periods } = planOf({ joining, ...sections });
    return periods.map((_, t) => ones(of.subarray(t * cohorts.length, (t + 1) * cohorts.length)));
  };

  it("are the initial members and those whose period began before the day, while it lasts", () => {
    // Periods begin on 1 January, 1 February, 1 March; the first three are settled until 31 March.
    expect(exemptOf({ sharing: { exempt } })).toEqual([3, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it("include the last day itself", () => {
    const last = { ...exempt, until: "2021-04-30" };
    expect(exemptOf({ sharing: { exempt: last } })).toEqual([3, 3, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it("do not include those who join on the day itself", () => {
    const from = { ...exempt, joinedBefore: "2021-02-01" };
    expect(exemptOf({ sharing: { exempt: from } }).slice(0, 3)).toEqual([2, 2, 2]);
  });

  it("begin with the rules that say so", () => {
    const changes = [{ from: "2021-02-15", sharing: { exempt } }];
    expect(exemptOf({ changes })).toEqual([0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it("are those in their free time, too; initial members had theirs", () => {
    const {
      exempt: of,
      cohorts,
      periods,
    } = planOf({
      joining: { initial: 10, schedule: [{ perYear: 10 }] },
      sharing: { free: "60 days" },
    });
    // 60 days are two months, rounded up: the period of joining and the one after.
    const free = periods.map((_, t) =>
      cohorts.flatMap(({ joined }, c) => (of[t * cohorts.length + c] ? [joined] : [])),
    );
    expect(free.slice(0, 4)).toEqual([[0], [0, 1], [1, 2], [2, 3]]);
  });
});

const twoPools = (younger: object, elder: object, others: object = {}) =>
  makePlan(
    scenarioOf({
      title: "two",
      calendar: { from: "2021-01-01", periods: 4 },
      cover: { waiting: "45 days", illnesses: { any: { incidence: 0.002, benefit: 1000 } } },
      pools: {
        a: { members: { ages: "30-49", leaveAt: 50 }, joining: { schedule: [{ perYear: 10 }] }, ...younger },
        b: { members: { ages: "50-69", leaveAt: 70 }, joining: { initial: 5 }, ...elder },
      },
      ...others,
    }),
  );

describe("cohorts that come from another pool at its age limit", () => {
  const members = { ages: "30-49", leaveAt: 50, mix: [{ ages: "30-49", portion: 1, male: 0.25 }] };
  const plan = twoPools({ members: { ...members, movesTo: { pool: "b", portion: 0.8 } } }, {});
  const { cohorts, ages, periods } = plan.pools[1];

  it("are one a period, besides the pool's own", () => {
    expect(cohorts.map(({ joined, from }) => [joined, from.kind])).toEqual([
      [-3, "joiners"],
      [0, "aged"],
      [1, "aged"],
      [2, "aged"],
      [3, "aged"],
    ]);
    expect(cohorts[1].from).toEqual({ kind: "aged", pool: 0 });
  });

  it("are all of that age, men and women as they joined the first pool", () => {
    const mix = ages.mixes[cohorts[1].mix];
    const parts = ages.entries.flatMap(({ age, sex }, e) => (mix[e] > 0 ? [[age, sex, mix[e]]] : []));
    expect(parts).toEqual([
      [50, 0, expect.closeTo(0.25, 12)],
      [50, 1, expect.closeTo(0.75, 12)],
    ]);
    expect(new Set(cohorts.slice(1).map(({ mix: of }) => of)).size).toBe(1);
  });

  it("do not wait anew", () => {
    for (const [c, { joined }] of cohorts.entries()) {
      for (let t = Math.max(0, joined); t < periods.length; t++)
        expect(ages.covered[t * cohorts.length + c]).toBe(1);
    }
  });

  it("are members from the period after the one in which they came", () => {
    expect([1, 2, 3].map((t) => isInPool(cohorts[2], t))).toEqual([false, true, true]);
    const own = plan.pools[0].cohorts[1];
    expect([0, 1, 2].map((t) => isInPool(own, t))).toEqual([false, true, true]);
  });
});

describe("cohorts that come from another pool when it ends", () => {
  const plan = twoPools({ ending: { membersMoveTo: "b" } }, {});
  const [first, second] = plan.pools;

  it("are each of its cohorts, with their time of joining, ages and waiting", () => {
    const closed = second.cohorts.flatMap(({ from, joined, mix }) =>
      from.kind === "closed" ? [{ from, joined, mix }] : [],
    );
    expect(closed.map(({ joined }) => joined)).toEqual(first.cohorts.map(({ joined }) => joined));
    closed.forEach(({ from, mix }) => {
      const agesThere = ageParts(first, first.cohorts[from.cohort].mix);
      expect(ageParts(second, mix)).toEqual(agesThere);
      expect(agesThere.size).toBe(40);
    });
  });

  it("go on waiting as they would have", () => {
    second.cohorts.forEach(({ from }, c) => {
      if (from.kind !== "closed") return;
      second.periods.forEach((_, t) => {
        const there = first.ages.covered[t * first.cohorts.length + from.cohort];
        expect(second.ages.covered[t * second.cohorts.length + c]).toBe(there);
      });
    });
  });
});

function ageParts({ ages }: PoolPlan, mix: number): Map<string, number> {
  return new Map(
    ages.entries.flatMap(({ age, sex }, e) =>
      ages.mixes[mix][e] > 0 ? [[`${age} ${sex}`, ages.mixes[mix][e]] as const] : [],
    ),
  );
}
