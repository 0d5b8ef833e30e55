import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runOf } from "../engine/runs.ts";
import { anyPool, reaction } from "./anyPool.ts";

const runs = { numRuns: 40, seed: 20_190_128 };

/** Puts lists and the keys of maps into an order of its own; each list of one length into the same. */
type Reorder = <T>(items: readonly T[]) => T[];

const reorders: fc.Arbitrary<Reorder> = fc
  .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 })
  .map((ranks) => (items) => {
    const places = items.map((item, i) => ({ item, rank: ranks[i] }));
    return places.sort((a, b) => a.rank - b.rank).map(({ item }) => item);
  });

const reorderKeys = (of: object, reorder: Reorder) => Object.fromEntries(reorder(Object.entries(of)));

/** Whatever a replication did, and under which names: compared bit by bit. */
function resultsOf(given: object): object {
  const { plan, outcomes } = runOf(JSON.stringify(given));
  const names = plan.columns.map(({ name }) => name);
  return outcomes.map(({ series, columns }) => ({ names, series, columns }));
}

/** Several of everything that is listed. Numbers drawn by their place in a list are left out: their luck is the place's. */
const mix = [
  { ages: "30-30", portion: 0.21, male: 1 },
  { ages: "31-33", portion: 0.29, male: 0.7 },
  { ages: "44-44", portion: 0.17 },
  { ages: "57-59", portion: 0.33, male: 0.3 },
];
const schedule = [
  { perYear: 601.7 },
  { from: "2020-02-10", to: "2020-05-03", perYear: 4000.3 },
  { from: "2020-02-10", to: "2020-05-03", perYear: 333.1 },
  { from: "2020-02-10", perYear: 77.7 },
];
const benefits = [
  { ages: "0-39", amount: 3000.1 },
  { ages: "40-57", amount: { perClaim: { gamma: { mean: 1000, sd: 600 } } } },
  { ages: "58-120", amount: 700.7 },
];
const events = [
  { name: "strike", from: "2020-03-10", to: "2020-07-01", probability: 0.5, incidence: 1.3, lapse: 4 },
  { name: "flu", from: "2020-02-10", to: "2020-09-01", probability: 0.7, incidence: 1.7 },
  { name: "flu", from: "2020-04-01", to: "2020-06-01", probability: 0.7, incidence: 1.1, lapse: 1.9 },
];

type Pool = typeof anyPool extends fc.Arbitrary<infer T> ? T : never;

function poolIn(reorder: Reorder, given: Omit<Pool, "engine">): object {
  const { members, joining, cover, shocks, ...others } = given;
  const banded = { incidence: 0.3, benefits: reorder(benefits), endsMembership: true };
  return {
    ...others,
    members: { ...members, mix: reorder(mix), classes: reorderKeys(members.classes, reorder) },
    joining: { ...joining, schedule: reorder(schedule) },
    cover: { ...cover, illnesses: reorderKeys({ ...cover.illnesses, banded }, reorder) },
    shocks: { ...shocks, events: reorder(events) },
  };
}

const row = fc.record({
  number: fc.integer({ min: 1, max: 400 }),
  claimProbability: fc.integer({ min: 0, max: 300 }).map((n) => n / 1000),
  benefit: fc.oneof(
    fc.integer({ min: 0, max: 5000 }).map((n) => n / 7),
    fc.constant({ perClaim: { lognormal: { median: 800, sigma: 0.6 } } }),
  ),
  lapse: fc.constantFrom(0, 0.07, 0.3),
  reaction: reaction.filter((of) => !JSON.stringify(of ?? "").includes("uniform")),
  endsMembership: fc.boolean(),
});

const group = fc
  .array(row, { minLength: 2, maxLength: 6 })
  .map((rows) => rows.map((one, i) => ({ class: `row ${(i * 7) % 10}`, ...one })));

describe("the order in which a scenario lists things", () => {
  for (const engine of ["exact", "fast"]) {
    it(`does not change a bit of what a pool does (${engine})`, () => {
      fc.assert(
        fc.property(anyPool, reorders, (any, reorder) => {
          const given = { ...any, engine };
          expect(resultsOf(poolIn(reorder, given))).toEqual(resultsOf(poolIn((of) => [...of], given)));
        }),
        runs,
      );
    });

    it(`does not change a bit of what a closed group does (${engine})`, () => {
      fc.assert(
        fc.property(anyPool, group, reorders, ({ seed, calendar, claims, sharing }, rows, reorder) => {
          // Rows have no age and do not join.
          const equal = { ...sharing, rule: "equal" };
          const given = { title: "group", engine, replications: 5, seed, calendar, claims, sharing: equal };
          const inOrder = (of: object[]) => resultsOf({ ...given, group: of });
          expect(inOrder(reorder(rows))).toEqual(inOrder(rows));
        }),
        runs,
      );
    });
  }
});
