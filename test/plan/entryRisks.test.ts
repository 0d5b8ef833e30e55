import { describe, expect, it } from "vitest";
import { entryRisksOf } from "../../src/plan/entryRisks.ts";
import { makePoolPlan } from "../helpers/onlyPool.ts";
import { poolOf, rateRows } from "../helpers/scenarioOf.ts";

const incidence = (age: number, sex: number) => 1e-4 * (1 + sex) * 1.1 ** (age - 50);
const dying = (age: number, sex: number) => 1e-3 * (2 - sex) * 1.09 ** (age - 50);
const persons = 1200;

/** Ages 55 to 59 join in each month of three years and leave at 60; the mild illness waits for nothing, the severe 100 days. */
const plan = makePoolPlan(
  poolOf({
    calendar: { from: "2021-01-01", periods: 36 },
    members: { ages: "55-59" },
    joining: { schedule: [{ perYear: 1 }] },
    cover: {
      waiting: "100 days",
      mortality: rateRows(50, 60, dying),
      illnesses: {
        severe: { incidence: rateRows(50, 60, incidence), benefit: 3 },
        mild: { incidence: 0.01, waiting: 0, benefit: 1 },
      },
    },
  }),
);

/** Exact ages in the middle of a period of those below 60, for persons spread over the year of age at which they joined. */
function exactAges(age: number, months: number): number[] {
  const exact = Array.from({ length: persons }, (_, i) => age + (i + 0.5) / persons + (months + 0.5) / 12);
  return exact.filter((one) => one < 60);
}

const mean = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length;

const risksIn = entryRisksOf(plan);
const [severe, mild] = ["severe", "mild"].map((of) => plan.tiers.findIndex(({ illness }) => illness === of));

describe("entryRisksOf", () => {
  it.each([
    [0, 0],
    [2, 0],
    [3, 0],
    [11, 0],
    [12, 0],
    [23, 4],
    [35, 7],
  ])("gives in month %i the risks of persons who joined in month %i, one by one", (t, c) => {
    const risks = risksIn(t, c);
    plan.ages.entries.forEach(({ age, sex }, e) => {
      const ages = exactAges(age, t - c);
      if (ages.length === 0) return;
      const rate = mean(ages.map((one) => incidence(Math.floor(one), sex)));
      const death = mean(ages.map((one) => dying(Math.floor(one), sex)));
      expect(risks.claim[severe][e]).toBeCloseTo(rate, 14);
      expect(risks.claim[mild][e]).toBeCloseTo(0.01, 14);
      expect(risks.incidence[e]).toBeCloseTo(rate + 0.01, 14);
      expect(risks.death[e]).toBeCloseTo(1 - (1 - death) ** (1 / 12), 14);
      expect(risks.meanAge[e]).toBeCloseTo(mean(ages), 2);
    });
  });

  it("lets leave for age whoever reaches the limit", () => {
    const oldest = plan.ages.entries.findIndex(({ age, sex }) => age === 59 && sex === 1);
    // A twelfth of a year's birthdays each month: 1/12 of all, 1/11 of the rest, ... 1 of the last.
    for (let t = 0; t < 12; t++) expect(risksIn(t, 0).ageOut[oldest]).toBeCloseTo(1 / (12 - t), 12);
    const younger = plan.ages.entries.findIndex(({ age }) => age === 58);
    expect(risksIn(11, 0).ageOut[younger]).toBe(0);
    expect(risksIn(12, 0).ageOut[younger]).toBeCloseTo(1 / 12, 12);
  });

  it("knows cohorts that have come to be as old as one", () => {
    expect(risksIn(20, 3)).toBe(risksIn(27, 10));
    expect(risksIn(20, 3)).not.toBe(risksIn(20, 4));
  });

  it("lets initial members have the ages of the mix at the start, however long they have waited", () => {
    const old = makePoolPlan(
      poolOf({
        calendar: { from: "2021-01-01", periods: 24 },
        members: { ages: "59-59" },
        joining: { initial: 100 },
        cover: { waiting: "1 year", illnesses: { severe: { incidence: 0.01, benefit: 1 } } },
      }),
    );
    expect(old.cohorts[0].joined).toBeLessThan(-11);
    expect(entryRisksOf(old)(0, 0).ageOut[0]).toBeCloseTo(1 / 12, 12);
  });
});
