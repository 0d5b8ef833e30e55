import { describe, expect, it } from "vitest";
import { lump } from "../../src/plan/lump.ts";
import type { LumpedCells, PoolPlan } from "../../src/plan/plan.ts";
import { makePoolPlan } from "../helpers/onlyPool.ts";
import { poolOf, rateRows, scenarioOf } from "../helpers/scenarioOf.ts";

/** The lumped cells of an open plan that runs on the fast engine, whatever `auto` would take. */
function lumped(sections: object): { plan: PoolPlan; cells: LumpedCells } {
  const plan = makePoolPlan(poolOf({ engine: "fast", ...sections }));
  return { plan, cells: lump(plan) };
}

/** The figures of one cell, period by period. */
function cellPath(
  { periods, classes, cohorts }: PoolPlan,
  numbers: Float64Array,
  k: number,
  c: number,
): number[] {
  return periods.map((_, t) => numbers[(t * classes.length + k) * cohorts.length + c]);
}

const joiners = { schedule: [{ from: "2021-01-01", to: "2021-01-31", perYear: 1200 }] };
const months = (periods: number) => ({ from: "2021-01-01", periods });

describe("lump against a life table followed by hand", () => {
  const severe = (age: number, sex: number) => 0.02 * (1 + sex / 2) * 1.1 ** (age - 55);
  const later = (age: number, sex: number) => 0.04 * (1 + sex / 3) * 1.05 ** (age - 55);
  const mild = (age: number, sex: number) => 0.05 * (2 - sex) * 1.02 ** (age - 55);
  const death = (age: number, sex: number) => 0.01 * (2 - sex) * 1.08 ** (age - 55);
  const deathLater = (age: number, sex: number) => 0.02 * (2 - sex) * 1.07 ** (age - 55);
  const rows = (rate: (age: number, sex: number) => number) => rateRows(50, 65, rate);

  const { plan, cells } = lumped({
    calendar: months(40),
    members: {
      ages: "55-59",
      mix: [
        { ages: "55-57", portion: 0.6, male: 0.3 },
        { ages: "58-59", portion: 0.4, male: 0.8 },
      ],
      classes: {
        careful: { portion: 0.6, relativeRisk: 0.7 },
        ill: { portion: 0.4, relativeRisk: { uniform: [1, 1.9] } },
      },
    },
    joining: { schedule: [{ from: "2021-01-01", to: "2021-06-30", perYear: 1200 }] },
    cover: {
      waiting: "45 days",
      level: { uniform: [0.4, 0.8] },
      trend: 0.05,
      select: { start: 0.3, timeConstant: "1 year" },
      mortality: rows(death),
      illnesses: {
        severe: {
          incidence: rows(severe),
          benefits: [
            { ages: "0-57", amount: 3 },
            { ages: "58-120", amount: 1 },
          ],
        },
        mild: { incidence: rows(mild), level: 0.9, waiting: 0, benefit: 1, endsMembership: false },
      },
    },
    changes: [
      { from: "2021-04-15", members: { mix: [{ ages: "55-59", portion: 1 }] } },
      {
        from: "2022-02-15",
        cover: { trend: 0.1, mortality: rows(deathLater), illnesses: { severe: { incidence: rows(later) } } },
      },
    ],
  });

  interface Entry {
    readonly age: number;
    readonly sex: number;
    members: number;
  }

  /** Joiners until 15 April by the first mix, later ones evenly. Period 3 is settled on 30 April. */
  function joinersBy(joined: number): Entry[] {
    return [0, 1].flatMap((sex) =>
      [55, 56, 57, 58, 59].map((age) => {
        const [portion, male] = age < 58 ? [0.6 / 3, 0.3] : [0.4 / 2, 0.8];
        const first = portion * (sex === 0 ? male : 1 - male);
        return { age, sex, members: joined < 3 ? first : 0.1 };
      }),
    );
  }

  /** Mean rate of who joined at `age`, `years` ago: part of them had a birthday more; nobody is 60. */
  function mixed(rate: (age: number) => number, age: number, years: number): number {
    const birthdays = Math.floor(years);
    if (age + birthdays >= 59) return rate(59);
    const oneMore = years - birthdays;
    return (1 - oneMore) * rate(age + birthdays) + oneMore * rate(age + birthdays + 1);
  }

  const below60 = (age: number, years: number) => Math.min(1, Math.max(0, 60 - age - years));

  /** Exact ages of those below 60 are spread evenly, from who joined on a birthday to who did a day before the next. */
  const meanAgeBelow60 = (age: number, years: number) =>
    (Math.min(60, age + years) + Math.min(60, age + years + 1)) / 2;

  /** The change of 15 February 2022 comes into period 13, settled on 28 February. */
  const isLater = (t: number) => t >= 13;

  /** Annual rates of the three tiers (mild, severe of the young, of the old), before what ends and what waits. */
  function rates(t: number, joined: number, k: number, { age, sex }: Entry): number[] {
    const years = (t - joined + 0.5) / 12;
    const waiting = (45 / 365.25) * 12;
    const covered = Math.min(1, Math.max(0, t + 1 - joined - waiting));
    const select = 1 - 0.7 * Math.exp(-years);
    const trend = (isLater(t) ? 1.1 : 1.05) ** ((t + 0.5) / 12);
    const common = 0.6 * [0.7, 1.45][k] * select * trend;
    const incidence = (one: number) => (isLater(t) ? later : severe)(one, sex);
    return [
      common * 0.9 * mixed((one) => mild(one, sex), age, years),
      common * covered * mixed((one) => (one <= 57 ? incidence(one) : 0), age, years),
      common * covered * mixed((one) => (one >= 58 ? incidence(one) : 0), age, years),
    ];
  }

  /** One period of one cohort and class: claims (at most one a member), then deaths, then the age limit. */
  function step(entries: Entry[], t: number, joined: number, k: number) {
    const sums = { members: 0, claims: [0, 0, 0], claimed: 0, died: 0, agedOut: 0 };
    for (const entry of entries) {
      const byTier = rates(t, joined, k, entry);
      const total = byTier[0] + byTier[1] + byTier[2];
      const claims = byTier.map((rate) => (entry.members * (1 - Math.exp(-total / 12)) * rate) / total);
      const claimed = claims[1] + claims[2];
      const dying = (one: number) => (isLater(t) ? deathLater : death)(one, entry.sex);
      const q = 1 - (1 - mixed(dying, entry.age, (t - joined + 0.5) / 12)) ** (1 / 12);
      const died = (entry.members - claimed) * q;
      const [before, after] = [0, 1].map((end) => below60(entry.age, (t - joined + end) / 12));
      const leaving = before > 0 ? 1 - after / before : 1;
      const agedOut = (entry.members - claimed - died) * leaving;
      sums.members += entry.members;
      sums.claimed += claimed;
      sums.died += died;
      sums.agedOut += agedOut;
      claims.forEach((of, i) => {
        sums.claims[i] += of;
      });
      entry.members -= claimed + died + agedOut;
    }
    return sums;
  }

  it("has the cohorts, tiers and stages that are followed below", () => {
    expect(plan.cohorts.map(({ joined }) => joined)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(plan.tiers.map(({ name }) => name)).toEqual(["mild 0-120", "severe 0-57", "severe 58-120"]);
    expect(plan.periods.map(({ stage }) => stage).join("")).toBe(
      `${"0".repeat(3)}${"1".repeat(10)}${"2".repeat(27)}`,
    );
  });

  it.each([
    ["careful", 0],
    ["ill", 1],
  ])("has the probabilities of every period and cohort of the %s to 1e-12", (_, k) => {
    plan.cohorts.forEach(({ joined }, c) => {
      const entries = joinersBy(joined);
      for (let t = joined; t < plan.periods.length; t++) {
        const { members, claims, claimed, died, agedOut } = step(entries, t, joined, k);
        const at = (t * 2 + k) * plan.cohorts.length + c;
        claims.forEach((of, tier) => {
          expect(Math.abs(cells.claim[tier][at] - of / members)).toBeLessThan(1e-12);
        });
        expect(Math.abs(cells.death[at] - died / (members - claimed))).toBeLessThan(1e-12);
        expect(Math.abs(cells.ageOut[at] - agedOut / (members - claimed - died))).toBeLessThan(1e-12);
      }
    });
  });

  it.each([
    ["careful", 0],
    ["ill", 1],
  ])("has the mean age, in the middle of the period, of those of the %s who are left at its end", (_, k) => {
    plan.cohorts.forEach(({ joined }, c) => {
      const entries = joinersBy(joined);
      for (let t = joined; t < plan.periods.length; t++) {
        step(entries, t, joined, k);
        const left = entries.reduce((sum, { members }) => sum + members, 0);
        const ages = entries.reduce((sum, { age, members }) => {
          return sum + members * meanAgeBelow60(age, (t - joined + 0.5) / 12);
        }, 0);
        expect(Math.abs(cellPath(plan, cells.meanAge, k, c)[t] - ages / left)).toBeLessThan(1e-10);
      }
    });
  });

  it("holds nothing before a cohort has joined", () => {
    const everything = [...cells.claim, cells.incidence, cells.death, cells.ageOut, cells.meanAge];
    for (const numbers of everything) expect(cellPath(plan, numbers, 1, 4).slice(0, 4)).toEqual([0, 0, 0, 0]);
  });

  it("counts as table incidence all illnesses past waiting, each at its own level, but without class, the plan's level and select", () => {
    const entries = joinersBy(0);
    const { members } = step(entries, 0, 0, 0);
    expect(members).toBeCloseTo(1, 12);
    const left = entries.reduce((sum, entry) => sum + entry.members, 0);
    const incidence = entries.reduce((sum, { age, sex, members }) => {
      return sum + members * mixed((one) => severe(one, sex) + 0.9 * mild(one, sex), age, 1.5 / 12);
    }, 0);
    const [first, second] = cellPath(plan, cells.incidence, 0, 0);
    expect(first).toBe(0);
    // Covered for 2 - 1.4784 of the second month only.
    expect(second).toBeCloseTo(((2 - (45 / 365.25) * 12) * incidence) / left, 12);
  });
});

describe("lumping", () => {
  it("makes of ten-year bands what it makes of single ages", () => {
    const rates = {
      incidence: rateRows(20, 60, (age, sex) => 1e-4 * (1 + sex) * 1.1 ** (age - 20)),
      benefit: 1,
    };
    const cover = {
      illnesses: { any: rates },
      mortality: rateRows(20, 60, (age) => 1e-4 * 1.09 ** (age - 20)),
    };
    const portions = [0.5, 0.3, 0.2];
    const males = [0.4, 0.5, 0.6];
    const bands = portions.map((portion, i) => ({
      ages: `${20 + 10 * i}-${29 + 10 * i}`,
      portion,
      male: males[i],
    }));
    const single = portions.flatMap((portion, i) =>
      Array.from({ length: 10 }, (_, j) => ({
        ages: 20 + 10 * i + j,
        portion: portion / 10,
        male: males[i],
      })),
    );
    const of = (mix: object[]) =>
      lumped({ calendar: months(60), joining: joiners, members: { ages: "20-49", leaveAt: 52, mix }, cover });
    const [ofBands, ofSingle] = [of(bands), of(single)];
    const relative = (a: Float64Array, b: Float64Array) =>
      Math.max(...a.map((x, i) => (x === b[i] ? 0 : Math.abs(x / b[i] - 1))));
    expect(relative(ofBands.cells.claim[0], ofSingle.cells.claim[0])).toBeLessThan(1e-12);
    expect(relative(ofBands.cells.death, ofSingle.cells.death)).toBeLessThan(1e-12);
    expect(relative(ofBands.cells.ageOut, ofSingle.cells.ageOut)).toBeLessThan(1e-12);
    expect(ofBands.cells.claim[0].length).toBe(ofSingle.cells.claim[0].length);
  });

  it.each([0.001, 0.3, 5])("lets 1 - exp(-%d) of a stationary age claim within a year", (rate) => {
    const illnesses = { any: { incidence: rate, benefit: 1 } };
    const { plan, cells } = lumped({ joining: joiners, cover: { illnesses } });
    let members = 1;
    let claims = 0;
    for (const probability of cellPath(plan, cells.claim[0], 0, 0)) {
      claims += members * probability;
      members -= members * probability;
    }
    expect(claims).toBeCloseTo(1 - Math.exp(-rate), 12);
  });

  it("divides one year's claims between illnesses that compete as their rates are", () => {
    const illnesses = {
      one: { incidence: 0.6, benefit: 1 },
      other: { incidence: 0.2, benefit: 1, endsMembership: false },
    };
    const { cells } = lumped({ joining: joiners, cover: { illnesses } });
    const all = 1 - Math.exp(-0.8 / 12);
    expect(cells.claim[0][5]).toBeCloseTo(0.75 * all, 14);
    expect(cells.claim[1][5]).toBeCloseTo(0.25 * all, 14);
  });

  it("lets survive n years the product of (1 - q) over them", () => {
    const cover = { mortality: 0.04, illnesses: { any: { incidence: 0, benefit: 1 } } };
    const settle = { daysOfMonth: [14, 28] };
    const { plan, cells } = lumped({
      calendar: { from: "2020-12-29", periods: 120, settle },
      joining: joiners,
      members: { ages: 30, leaveAt: 40 },
      cover,
    });
    const deaths = cellPath(plan, cells.death, 0, 0);
    const survive = (years: number) => deaths.slice(0, 24 * years).reduce((alive, q) => alive * (1 - q), 1);
    for (const years of [1, 2, 5]) expect(survive(years)).toBeCloseTo(0.96 ** years, 12);
  });

  it("comes near to persons with birthdays of their own where q grows with age", () => {
    const q = (age: number) => 0.002 * 1.1 ** (age - 50);
    const { plan, cells } = lumped({
      calendar: months(60),
      joining: joiners,
      members: { ages: 50, leaveAt: 60, mix: [{ ages: 50, portion: 1, male: 1 }] },
      cover: { mortality: rateRows(50, 60, q), illnesses: { any: { incidence: 0, benefit: 1 } } },
    });
    const survivors = cellPath(plan, cells.death, 0, 0).reduce((alive, of) => alive * (1 - of), 1);
    const persons = 1000;
    let alive = 0;
    for (let i = 0; i < persons; i++) {
      // After so much of a year the 51st birthday; then five years in which the age grows by one.
      const first = 1 - (i + 0.5) / persons;
      let survives = (1 - q(50)) ** first;
      for (let year = 1; year < 5; year++) survives *= 1 - q(50 + year);
      alive += (survives * (1 - q(55)) ** (1 - first)) / persons;
    }
    expect(Math.abs(survivors - alive)).toBeLessThan(2e-6);
  });

  it("keeps the mean age of a cohort whose members stay", () => {
    const { plan, cells } = lumped({
      calendar: months(30),
      joining: joiners,
      members: { ages: 40, leaveAt: 60 },
    });
    const ages = cellPath(plan, cells.meanAge, 0, 0);
    ages.forEach((age, t) => {
      expect(age).toBeCloseTo(40.5 + (t + 0.5) / 12, 12);
    });
  });

  it("lets everybody leave at the age limit, and nobody claim after", () => {
    const { plan, cells } = lumped({ calendar: months(30), joining: joiners, members: { ages: 59 } });
    const ageOut = cellPath(plan, cells.ageOut, 0, 0);
    expect(ageOut.slice(0, 12)).toEqual(
      Array.from({ length: 12 }, (_, t) => expect.closeTo(1 / (12 - t), 12)),
    );
    expect(
      cellPath(plan, cells.claim[0], 0, 0)
        .slice(13)
        .every((of) => of === 0),
    ).toBe(true);
  });

  it("holds nothing beyond the calendar, where no members are left to follow", () => {
    const ending = { hazard: 0.1, runOff: { claimWindow: "60 days" } };
    const { plan, cells } = lumped({ joining: joiners, ending });
    expect(plan.periods).toHaveLength(14);
    expect(cellPath(plan, cells.claim[0], 0, 0).map((of) => of > 0)).toEqual([
      ...Array(12).fill(true),
      false,
      false,
    ]);
  });

  it("gives a closed group's classes their own claim probability, 0 and 1 included", () => {
    const row = (name: string, claimProbability: number, endsMembership = false) => ({
      class: name,
      number: 5,
      claimProbability,
      benefit: 1,
      endsMembership,
    });
    const group = [row("never", 0), row("sometimes", 0.3), row("always", 1), row("once", 1, true)];
    const plan = makePoolPlan(
      scenarioOf({ title: "x", engine: "fast", calendar: { from: "2021-01-01", periods: 2 }, group }),
    );
    const { claim, death, ageOut } = lump(plan);
    // By tier, then period: its own class claims so often, the others never. Who claimed and left cannot claim again.
    const claims = { always: [1, 1], never: [0, 0], once: [1, 0], sometimes: [0.3, 0.3] };
    expect(plan.classes).toEqual(Object.keys(claims));
    Object.values(claims).forEach((byPeriod, tier) => {
      const ofClasses = byPeriod.map((of) => plan.classes.map((_, k) => (k === tier ? of : 0)));
      expect([...claim[tier]]).toEqual(ofClasses.flat());
    });
    expect(death.every((of) => of === 0)).toBe(true);
    for (const name of ["always", "never", "sometimes"]) expect(ageOut[plan.classes.indexOf(name)]).toBe(0);
  });

  const any = { incidence: 0.002, benefit: 1 };
  it.each([
    ["nothing happens", { cover: { level: 0, illnesses: { any: { incidence: 0, benefit: 0 } } } }],
    ["everybody dies at once", { cover: { mortality: 1, illnesses: { any } } }],
    [
      "everybody claims at once",
      { cover: { illnesses: { any: { incidence: 10, level: 1e5, benefit: 1 } } } },
    ],
    ["everybody is as old as one may be", { members: { ages: 120 } }],
    ["who joins leaves at once", { members: { ages: "30-31", leaveAt: 31 } }],
    ["the age limit is not a whole one", { members: { ages: "30-31", leaveAt: 32.5 }, calendar: months(40) }],
    ["a class has no members", { members: { ages: 30, classes: { a: { portion: 1 }, b: { portion: 0 } } } }],
    [
      "a part of the mix is nothing",
      { members: { ages: "30-31", mix: [{ ages: 30, portion: 1, male: 0 }] } },
    ],
    ["select starts at nothing", { cover: { select: { years: [0, 1] }, illnesses: { any } } }],
    ["incidence falls to nearly nothing", { cover: { trend: -0.999, illnesses: { any } } }],
  ])("is a number from 0 to 1 where %s", (_, sections) => {
    const { cells } = lumped({ joining: { initial: 10, ...joiners }, ...sections });
    for (const probabilities of [...cells.claim, cells.death, cells.ageOut]) {
      expect(probabilities.every((of) => of >= 0 && of <= 1)).toBe(true);
    }
    expect([...cells.incidence, ...cells.meanAge].every((of) => Number.isFinite(of) && of >= 0)).toBe(true);
  });
});

it("a row of a closed group whose members have several claims has their mean number, beyond one too", () => {
  const scenario = scenarioOf({
    title: "several claims",
    engine: "fast",
    calendar: { from: "2021-01-01", periods: 2 },
    group: [
      { class: "stay", number: 10, claims: { poisson: 2.5 }, benefit: 100, endsMembership: false },
      { class: "leave", number: 10, claims: { poisson: 2.5 }, benefit: 100, endsMembership: true },
    ],
  });
  const { claim } = lump(makePoolPlan(scenario));
  expect([claim[0][0], claim[1][1]]).toEqual([2.5, 2.5]);
  expect(claim[1].every((number) => number >= 0)).toBe(true);
});
