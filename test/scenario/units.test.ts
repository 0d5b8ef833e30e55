import { describe, expect, it } from "vitest";
import * as measures from "../../src/scenario/measures.ts";
import { type Measure, readNumber } from "../../src/scenario/units.ts";

function value(raw: unknown, measure: Measure): number | string {
  const read = readNumber(raw, measure);
  return "value" in read ? read.value : read.hint;
}

const amount = measures.amount("yuan");

describe("readNumber", () => {
  it.each([
    ["8 %", measures.portion, 0.08],
    ["8%", measures.portion, 0.08],
    ["5 per mille", measures.portion, 0.005],
    ["5 ‰", measures.portion, 0.005],
    ["0.29 %", measures.rate, 0.0029],
    ["3 % per year", measures.probabilityPerYear, 0.03],
    ["3 % a year", measures.probabilityPerYear, 0.03],
    ["0.002 per year", measures.rate, 0.002],
    ["-1 % per year", measures.growth, -0.01],
    ["300 thousand", amount, 300_000],
    ["300 thousand yuan", amount, 300_000],
    ["0.10 yuan", amount, 0.1],
    ["30 yuan a year", amount, 30],
    ["0.10 CNY", amount, 0.1],
    ["3.3 million", measures.count, 3_300_000],
    ["23 million members", measures.count, 23_000_000],
    ["1 million per year", measures.count, 1_000_000],
    ["1 billion", measures.count, 1e9],
    ["30 万", measures.count, 300_000],
    ["1亿", measures.count, 1e8],
    ["1e3", measures.count, 1000],
    ["30 days", measures.duration, 30],
    ["2 weeks", measures.duration, 14],
    ["6 months", measures.duration, 6 * 30.4375],
    ["2.5 years", measures.duration, 913.125],
    ["1 year", measures.duration, 365.25],
    ["none", measures.duration, 0],
    [0, measures.duration, 0],
    ["59", measures.age, 59],
    ["18 years", measures.age, 18],
    ["30 days", measures.age, 30 / 365.25],
    [".5", measures.factor, 0.5],
    ["80 %", measures.factor, 0.8],
  ] as const)("reads %s", (raw, measure, expected) => {
    expect(value(raw, measure)).toBe(expected);
  });

  it.each([
    ["1_000", measures.count, "write 1000, without _ or ,"],
    ["1,000,000 yuan", amount, "write 1000000 yuan, without _ or ,"],
    ["5 dollars", amount, "amounts are in yuan"],
    ["5 thousand", measures.portion, "not in thousands"],
    ["5 %", amount, "not in %"],
    [90, measures.duration, "write 90 days, 90 months..."],
    ["90 moons", measures.duration, "units are days, weeks, months, years"],
    [Number.NaN, measures.factor, "a finite number"],
    [Number.POSITIVE_INFINITY, measures.count, "a finite number"],
    ["3 % per year", measures.portion, "not per year"],
    [1e300, measures.factor, "numbers up to 1e18"],
    ["2 trillion members", measures.count, "numbers up to 1e12"],
    ["-1e9 trillion", measures.anyNumber, "numbers up to 1e18"],
    ["1e300 days", measures.duration, "numbers up to 1e18"],
    [5e-324, measures.rate, "0 or numbers from 1e-18 on"],
    ["5 days", measures.squaredAmount, 'no unit "days" here'],
    ["3 apples", measures.factor, 'no unit "apples" here'],
  ] as const)("refuses %s and says how to write it", (raw, measure, hint) => {
    expect(value(raw, measure)).toBe(hint);
  });

  it("refuses what is no number at all", () => {
    for (const raw of ["eight", "", " ", "--5", true, null, undefined, [], {}, "1 ".repeat(1000)]) {
      expect(readNumber(raw, measures.factor)).toEqual({ hint: "" });
    }
  });

  it("knows the scenario's own word for money", () => {
    expect(value("5 beans", measures.amount("beans"))).toBe(5);
    expect(value("5 USD", measures.amount("dollar"))).toBe(5);
  });
});
