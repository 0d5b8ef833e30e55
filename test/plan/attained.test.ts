import { describe, expect, it } from "vitest";
import { ageOutProbability, attainedIn, belowAgeLimit, perPeriod, rateAt } from "../../src/plan/attained.ts";
import type { AgeTables } from "../../src/plan/plan.ts";

/** As many persons as there are equal steps in the year of age at which they join. */
const persons = 2400;

/** Exact ages of those below the limit, `years` after joining at age last birthday `age`: one person a step. */
function agesAfter(age: number, years: number, leaveAt: number): number[] {
  const exact = Array.from({ length: persons }, (_, i) => age + (i + 0.5) / persons + years);
  return exact.filter((one) => one < leaveAt);
}

const mean = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length;
const rate = (age: number, sex: number) => (1 + sex) * 1.09 ** age;

function tables(leaveAt: number): AgeTables {
  const ageCount = 131;
  const rates = Float64Array.from({ length: 2 * ageCount }, (_, i) =>
    rate(i % ageCount, Math.floor(i / ageCount)),
  );
  return { ageCount, leaveAt, movesTo: null, claim: [rates], mortality: rates, incidence: rates };
}

const afterMonths = (months: number) => attainedIn(months, 12);

describe("attainedIn", () => {
  it("is the time from the start of the period of joining to the middle of the period", () => {
    expect(attainedIn(0, 4)).toEqual({ years: 0.125, whole: 0, part: 0.125 });
    expect(attainedIn(9, 4)).toEqual({ years: 2.375, whole: 2, part: 0.375 });
    expect(attainedIn(5, 4)).toEqual({ years: 1.375, whole: 1, part: 0.375 });
  });
});

describe("rateAt", () => {
  it.each([0, 1, 5, 11, 12, 30, 47])(
    "mixes the rates of persons spread over a year of age, in month %i",
    (month) => {
      const { claim, ...limits } = tables(200);
      const attained = afterMonths(month);
      for (const sex of [0, 1]) {
        const expected = mean(agesAfter(40, attained.years, 200).map((age) => rate(Math.floor(age), sex)));
        expect(rateAt(claim[0], { claim, ...limits }, sex, 40, attained) / expected).toBeCloseTo(1, 12);
      }
    },
  );

  it.each([56, 57, 58, 59])("counts only those below the age limit of 60 who joined at %i", (age) => {
    const limited = tables(60);
    for (let month = 0; month < 12 * (60 - age); month++) {
      const attained = afterMonths(month);
      const expected = mean(agesAfter(age, attained.years, 60).map((one) => rate(Math.floor(one), 0)));
      expect(rateAt(limited.claim[0], limited, 0, age, attained) / expected).toBeCloseTo(1, 12);
    }
  });

  it("keeps the rate of the last age of the tables", () => {
    const all = tables(Number.POSITIVE_INFINITY);
    expect(rateAt(all.claim[0], all, 1, 129, afterMonths(40))).toBe(rate(130, 1));
  });

  it("knows the last age below a limit that is not a whole one", () => {
    const limited = tables(64.5);
    expect(rateAt(limited.claim[0], limited, 0, 64, afterMonths(2))).toBe(rate(64, 0));
    expect(rateAt(limited.claim[0], limited, 0, 63, afterMonths(14))).toBe(rate(64, 0));
  });
});

describe("belowAgeLimit", () => {
  it.each([
    [59, 0, 60],
    [59, 0.25, 60],
    [58, 1.75, 60],
    [50, 3, 60],
    [60, 0, 60],
    [59, 0.25, 59.5],
  ])("is the part of those who joined at %d that %d years later is below %d", (age, years, leaveAt) => {
    const part = agesAfter(age, years, leaveAt).length / persons;
    expect(belowAgeLimit(age, years, leaveAt)).toBeCloseTo(part, 12);
  });
});

describe("ageOutProbability", () => {
  it("is the part of those still below the limit that reaches it in the period", () => {
    for (let month = 0; month < 24; month++) {
      const before = agesAfter(58, month / 12, 60).length;
      const after = agesAfter(58, (month + 1) / 12, 60).length;
      expect(ageOutProbability(58, month, 12, 60)).toBeCloseTo(1 - after / before, 10);
    }
  });

  it("is one for who should not be there any more, and nothing without a limit", () => {
    expect(ageOutProbability(58, 30, 12, 60)).toBe(1);
    expect(ageOutProbability(70, 30, 12, Number.POSITIVE_INFINITY)).toBe(0);
  });
});

describe("perPeriod", () => {
  it.each([0, 1e-12, 0.003, 0.5, 0.999])(
    "makes the same of a year as the annual probability %d",
    (annual) => {
      expect((1 - perPeriod(annual, 24)) ** 24).toBeCloseTo(1 - annual, 12);
    },
  );

  it("keeps certainty certain", () => {
    expect([perPeriod(0, 12), perPeriod(1, 12)]).toEqual([0, 1]);
  });
});
