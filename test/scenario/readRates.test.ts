import { describe, expect, it } from "vitest";
import { rate } from "../../src/scenario/measures.ts";
import { overlap, readAges } from "../../src/scenario/readAges.ts";
import { readRates } from "../../src/scenario/readRates.ts";
import { timesTable } from "../../src/scenario/schema/timesTable.ts";

describe("readRates", () => {
  it("takes one rate for all ages and both sexes", () => {
    const read = readRates("0.2 %", rate);
    expect(read.ok && [read.value.fromAge, read.value.male.length, read.value.female[77]]).toEqual([
      0, 121, 0.002,
    ]);
  });

  it("spreads rows over single ages, for both sexes where none is named", () => {
    const rows = [
      { ages: "20-21", rate: 0.1 },
      { ages: 22, rate: 0.2, sex: "m" },
      { ages: 22, rate: 0.3, sex: "female" },
    ];
    expect(readRates(rows, rate)).toMatchObject({
      value: { fromAge: 20, male: [0.1, 0.1, 0.2], female: [0.1, 0.1, 0.3] },
    });
  });

  it.each([
    [
      [
        { ages: "0-5", rate: 0.1 },
        { ages: "7-9", rate: 0.1 },
      ],
      "no rate for age 6, male",
    ],
    [[{ ages: "0-5", rate: 0.1, sex: "f" }], "no rate for age 0, male"],
    [
      [
        { ages: "0-5", rate: 0.1 },
        { ages: 5, rate: 0.1 },
      ],
      "a second rate for age 5, female",
    ],
    [[], "a table without rows"],
  ])("refuses gaps and repetitions: %j", (rows, found) => {
    const read = readRates(rows, rate);
    expect(read.ok ? "" : read.problems[0].found).toBe(found);
  });

  it("multiplies two tables over the ages both have", () => {
    const first = { name: "a", fromAge: 0, male: [1, 2, 3], female: [1, 1, 1] };
    const second = { name: "b", fromAge: 1, male: [10, 20, 30], female: [5, 5, 5] };
    expect(timesTable(first, second)).toMatchObject({ fromAge: 1, male: [20, 60], female: [5, 5] });
  });
});

describe("readAges", () => {
  it.each([
    ["0-9", { from: 0, to: 9 }],
    [" 10 - 19 ", { from: 10, to: 19 }],
    ["60+", { from: 60, to: 120 }],
    [7, { from: 7, to: 7 }],
    [
      { from: 3, to: 5 },
      { from: 3, to: 5 },
    ],
  ])("reads %j", (raw, ages) => {
    expect(readAges(raw)).toEqual({ ok: true, value: ages });
  });

  it("refuses ages crossed, unknown or too high", () => {
    for (const raw of ["9-0", "a-b", "0-121", 1.5, -1, null, true, { from: 5, to: 3 }, { of: 1 }, [0, 9]]) {
      expect(readAges(raw).ok).toBe(false);
    }
  });

  it("finds bands that share an age", () => {
    expect(
      overlap([
        { from: 0, to: 9 },
        { from: 10, to: 19 },
      ]),
    ).toBeNull();
    expect(
      overlap([
        { from: 0, to: 9 },
        { from: 20, to: 29 },
        { from: 9, to: 10 },
      ]),
    ).toEqual([0, 2]);
  });
});
