import { expect, test } from "vitest";
import { disagreements, mustAgree } from "./agree.ts";
import type { Measured } from "./measured.ts";

const side = (mean: number, sd: number, replications = 10_000): Measured => ({
  seconds: 1,
  replications,
  periods: 1,
  cellSteps: 1,
  figures: [{ name: "share", mean, sd }],
});

test("means within four standard errors of their difference agree, others do not", () => {
  // The standard error of the difference is 10 sqrt(2 / 10,000) = 0.141.
  expect(disagreements(side(100, 10), side(100.55, 10))).toEqual([]);
  expect(disagreements(side(100, 10), side(100.58, 10))).toHaveLength(1);
});

test("fewer replications on one side allow for more", () => {
  expect(disagreements(side(100, 10), side(102.8, 10, 200))).toEqual([]);
});

test("standard deviations must agree too", () => {
  // That of their difference is 10 sqrt(2 / 20,000) = 0.1.
  expect(disagreements(side(100, 10), side(100, 10.35))).toEqual([]);
  expect(disagreements(side(100, 10), side(100, 10.5))).toHaveLength(1);
});

test("a figure that one side lacks is no agreement", () => {
  expect(disagreements(side(100, 10), { ...side(100, 10), figures: [] })).toEqual([
    "share: only one side has it",
  ]);
});

test("a comparison whose sides disagree fails with its name", () => {
  expect(() => mustAgree("360 cells", side(100, 10), side(200, 10))).toThrow("360 cells: the sides disagree");
  expect(() => mustAgree("360 cells", side(100, 10), side(100, 10))).not.toThrow();
});
