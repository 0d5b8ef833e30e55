import { expect, test } from "vitest";
import { rowOf } from "./rowOf.ts";
import { markdown, short, speedsOf, tableOf } from "./table.ts";
import { atLeast } from "./target.ts";

test("a row tells both sides, the ratio with its quartiles, and what was to be reached", () => {
  const cells = tableOf([rowOf()])
    .split("\n")[2]
    .split("|")
    .map((cell) => cell.trim());
  expect(cells.slice(1, -1)).toEqual([
    "our time against C’s",
    "2 ns",
    "C 2 ns",
    "2 (1.9 - 2.1)",
    "<= 2",
    "<= 1.25",
    "met",
  ]);
});

test("a target on our own figure is judged by that, whatever the ratio", () => {
  const value = { median: 2e6, q25: 2e6, q75: 2e6 };
  const row = rowOf({
    judged: "ours",
    target: atLeast(1e6),
    ours: { name: "fentan", value, unit: "/s" },
    ratio: { median: 50, q25: 50, q75: 50 },
  });
  expect(tableOf([row])).toMatch(/\| met +\|$/);
});

test("speeds are told of the rows that have them", () => {
  const speed = { nanosecondsPerCellStep: 1.5, apportionmentsPerSecond: 2e6 };
  expect(speedsOf([rowOf()])).toBe("");
  expect(speedsOf([rowOf({ speeds: { ours: speed, peer: speed } })]).split("\n")).toHaveLength(4);
});

test("columns are as wide as their widest cell", () => {
  expect(
    markdown([
      ["a", "bcd"],
      ["efg", "h"],
    ]),
  ).toBe("| a   | bcd |\n|-----|-----|\n| efg | h   |");
});

test("numbers are told to three digits", () => {
  expect([0, 0.01234, 1.234, 123.4, 1_234_567].map(short)).toEqual([
    "0",
    "0.0123",
    "1.23",
    "123",
    "1,234,567",
  ]);
});
