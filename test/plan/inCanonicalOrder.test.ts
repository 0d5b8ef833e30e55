import { describe, expect, it } from "vitest";
import { inCanonicalOrder } from "../../src/plan/inCanonicalOrder.ts";
import { makePlan } from "../../src/plan/makePlan.ts";
import type { Scenario } from "../../src/scenario/scenario.ts";
import { poolOf, scenarioOf } from "../helpers/scenarioOf.ts";

const reversed = (of: object) => Object.fromEntries(Object.entries(of).reverse());

/** All lists of a scenario in the order given, or all the other way round. */
function poolIn(order: "given" | "reversed"): Scenario {
  const list = <T>(of: T[]) => (order === "given" ? of : of.reverse());
  const map = <T extends object>(of: T) => (order === "given" ? of : reversed(of));
  const classes = { young: { portion: 0.5, lapse: 0.1 }, "10": { portion: 0.25 }, Old: { portion: 0.25 } };
  const severe = (amounts: readonly [number, number]) => ({
    incidence: 0.002,
    benefits: list([
      { ages: "0-39", amount: amounts[0] },
      { ages: "40-59", amount: amounts[1] },
    ]),
  });
  const mild = { incidence: 0.01, level: { uniform: [0.5, 1.5] }, benefit: 50 };
  return poolOf({
    engine: "fast",
    members: {
      ages: "0-59",
      mix: list([
        { ages: "5-9", portion: 0.3 },
        { ages: "10-29", portion: 0.3 },
        { ages: "40-59", portion: 0.4, male: 0.1 },
      ]),
      classes: map(classes),
    },
    joining: {
      initial: 100,
      schedule: list([
        { from: "2021-02-01", perYear: 100 },
        { from: "2021-02-01", to: "2021-05-31", perYear: 200 },
        { from: "2021-02-01", to: "2021-05-31", perYear: 300 },
        { perYear: 400 },
      ]),
    },
    cover: { illnesses: map({ severe: severe([300, 100]), mild, accident: { incidence: 0.1, benefit: 1 } }) },
    shocks: {
      events: list([
        { name: "strike", from: "2021-02-01", to: "2021-03-15", lapse: 2 },
        { name: "flu", from: "2021-11-01", to: "2021-12-31", incidence: 1.1 },
        { name: "flu", from: "2021-01-01", to: "2021-02-28", incidence: 1.2 },
      ]),
    },
    changes: [{ from: "2021-06-15", cover: { illnesses: { severe: severe([250, 90]) } } }],
  });
}

const rows = [
  { class: "beta", number: 10, claimProbability: 0.1, benefit: 3 },
  { class: "alpha", number: 20, claimProbability: 0.2, benefit: 2 },
  { class: "Gamma", number: 30, claimProbability: 0.3, benefit: 1 },
];
const groupOf = (group: object[]) =>
  scenarioOf({ title: "x", calendar: { from: "2021-01-01", periods: 2 }, group });

describe("the order of a scenario's lists", () => {
  it("is that of names, by code units: figures, capitals, small letters", () => {
    const [{ stages, group }] = inCanonicalOrder(poolIn("given")).pools;
    expect(group).toBeNull();
    for (const { members, cover } of stages) {
      expect(members?.classes.map(({ name }) => name)).toEqual(["10", "Old", "young"]);
      expect(cover?.illnesses.map(({ name }) => name)).toEqual(["accident", "mild", "severe"]);
    }
    const [{ group: sorted }] = inCanonicalOrder(groupOf(rows)).pools;
    expect(sorted?.map(({ className }) => className)).toEqual(["Gamma", "alpha", "beta"]);
  });

  it("is that of ages, as numbers", () => {
    const { members, cover } = inCanonicalOrder(poolIn("reversed")).pools[0].stages[1];
    expect(members?.mix.map(({ ages }) => ages.from)).toEqual([5, 10, 40]);
    const severe = cover?.illnesses.find(({ name }) => name === "severe");
    expect(severe?.benefits.map(({ amount }) => amount)).toEqual([250, 90]);
  });

  it("is settled also where two have one name or the same days", () => {
    const [one, other] = (["given", "reversed"] as const).map((order) => inCanonicalOrder(poolIn(order)));
    const [{ joining }] = one.pools;
    expect(joining.schedule).toHaveLength(4);
    expect(other.pools[0].joining.schedule).toEqual(joining.schedule);
    expect(one.shocks.events.map(({ name }) => name)).toEqual(["flu", "flu", "strike"]);
    expect(other.shocks.events).toEqual(one.shocks.events);
  });

  it("loses and adds nothing, and is its own", () => {
    const given = poolIn("given");
    const before = structuredClone(given);
    const sorted = inCanonicalOrder(given);
    expect(given).toEqual(before);
    expect(inCanonicalOrder(sorted)).toEqual(sorted);
    const [[pool], [givenPool]] = [sorted.pools, given.pools];
    for (const [list, of] of [
      [pool.stages[0].members?.classes, givenPool.stages[0].members?.classes],
      [pool.stages[0].cover?.illnesses, givenPool.stages[0].cover?.illnesses],
      [pool.joining.schedule, givenPool.joining.schedule],
      [sorted.shocks.events, given.shocks.events],
    ]) {
      expect(list).toHaveLength(of?.length ?? -1);
      expect(list).toEqual(expect.arrayContaining([...(of ?? [])]));
    }
  });

  it("makes the same plan of a pool whatever the file's", () => {
    expect(inCanonicalOrder(poolIn("reversed"))).not.toEqual(poolIn("reversed"));
    expect(makePlan(poolIn("reversed"))).toEqual(makePlan(poolIn("given")));
  });

  it("makes the same plan of a group whatever the file's", () => {
    expect(makePlan(groupOf([...rows].reverse()))).toEqual(makePlan(groupOf(rows)));
  });
});
