import { describe, expect, it } from "vitest";
import {
  columnFormat,
  formatDate,
  formatErrorOf,
  formatFactor,
  formatMoney,
  formatNumber,
  formatObserved,
  formatPortion,
  formatPortionWithError,
  formatSe,
  formatWithError,
} from "../../src/report/format.ts";

describe("formatNumber", () => {
  it.each([
    [0, "0"],
    [-0, "0"],
    [0.03, "0.03"],
    [0.031234, "0.0312"],
    [1, "1"],
    [4.8649, "4.86"],
    [999.6, "1,000"],
    [1234, "1,230"],
    [52_345, "52,300"],
    [999_999, "1 M"],
    [104_251_000, "104 M"],
    [9.9e9, "9.9 bn"],
    [1.5e13, "15,000 bn"],
    [-42_000, "\u221242,000"],
    [8.3e-5, "8.3e-5"],
    [1.2e18, "1.2e18"],
  ])("writes %d as %s", (value, written) => {
    expect(formatNumber(value)).toBe(written);
  });

  it("keeps what an observer wrote", () => {
    expect([29.17, 105.8e6, 2660, 0.03].map(formatObserved)).toEqual(["29.17", "105.8 M", "2,660", "0.03"]);
  });
});

describe("formatPortionWithError", () => {
  it.each([
    [0.972, 0.0037, "97.2 ± 0.4 %"],
    [0.0052, 0.0016, "0.5 ± 0.2 %"],
    [0.5, 0.02, "50 ± 2 %"],
    [1, 0.002, "100 %"],
    [0.9995, 0.0007, "> 99.9 %"],
    [0.42, 0.0001, "42 %"],
  ])("writes %d with the error %d as %s", (value, se, written) => {
    expect(formatPortionWithError({ value, se })).toBe(written);
  });
});

describe("formatPortion", () => {
  it.each([
    [0, "0 %"],
    [0.0004, "< 0.1 %"],
    [0.185, "18.5 %"],
    [0.9996, "> 99.9 %"],
    [1, "100 %"],
  ])("writes %d as %s: certain only where it is", (value, written) => {
    expect(formatPortion(value)).toBe(written);
  });
});

describe("columnFormat", () => {
  const written = (values: number[], digits?: number) => {
    const { unit, format } = columnFormat(values, digits);
    return [unit, ...values.map(format)];
  };

  it("gives a column one unit and one number of decimals", () => {
    expect(written([1.24e6, 105.81e6])).toEqual(["M", "1.2", "105.8"]);
    expect(written([0.03, 0.512, 4.861])).toEqual(["", "0.03", "0.51", "4.86"]);
    expect(written([32.71, 107.44])).toEqual(["", "32.7", "107.4"]);
  });

  it("writes no decimals that are zeros all the way down", () => {
    expect(written([14_477, 50_057])).toEqual(["", "14,477", "50,057"]);
    expect(written([0.03, 0.03])).toEqual(["", "0.03", "0.03"]);
    expect(written([0, 0])).toEqual(["", "0", "0"]);
  });

  it("takes more digits where asked, and copes with very small and very large numbers", () => {
    expect(written([19.31511e9, 1.43077e9], 5)).toEqual(["bn", "19.315", "1.431"]);
    expect(written([1e-7, 2e-9])).toEqual(["", "1e-7", "2e-9"]);
    expect(written([3e17])).toEqual(["", "3e17"]);
    expect(written([])).toEqual([""]);
  });
});

describe("errors", () => {
  it("stand in the unit of their value, to two digits", () => {
    expect(formatWithError(65_530_000, 390_000)).toBe("65.53 ± 0.39 M");
    expect(formatWithError(107.3, 0.66)).toBe("107.30 ± 0.66");
    expect(formatErrorOf(31.2e9, 120e6)).toBe("0.12 bn");
    expect(formatSe(0.1234)).toBe("0.12");
  });

  it("are left out where they are beyond six digits of the value", () => {
    expect(formatWithError(101_199_846, 0.9)).toBe("101.200 M");
    expect(formatErrorOf(101_199_846, 0.9)).toBe("< 0.001 M");
    expect(formatWithError(42_000, 0)).toBe("42,000");
  });
});

it("writes money, factors and days", () => {
  expect(formatMoney(31.24, "yuan")).toBe("31.2 yuan");
  expect([1.856, 1, 0.034, 250].map(formatFactor)).toEqual(["× 1.86", "× 1.00", "× 0.034", "× 250"]);
  expect(formatDate("2019-01-08")).toBe("8 Jan 2019");
});
