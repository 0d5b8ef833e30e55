import { expect, test } from "vitest";
import { ratiosOf, spreadOf } from "./spread.ts";

test("the median and the quartiles of repetitions lie between neighbours", () => {
  expect(spreadOf([4, 1, 3, 2])).toEqual({ median: 2.5, q25: 1.75, q75: 3.25 });
  expect(spreadOf([5, 1, 3])).toEqual({ median: 3, q25: 2, q75: 4 });
});

test("what was measured once has no spread", () => {
  expect(spreadOf([7])).toEqual({ median: 7, q25: 7, q75: 7 });
});

test("numbers are sorted as numbers, and the given ones are left as they were", () => {
  const given = [10, 9, 100];
  expect(spreadOf(given).median).toBe(10);
  expect(given).toEqual([10, 9, 100]);
});

test("without a measurement there is no median", () => {
  expect(() => spreadOf([])).toThrow(RangeError);
});

test("a ratio is taken of neighbours in time, not of medians: a machine that slows down for a while does not show", () => {
  // Both sides are ten times slower in the second repetition; the medians of the sides would give 2, too, but no quartiles of 2.
  expect(ratiosOf([2, 20, 2], [1, 10, 1])).toEqual({ median: 2, q25: 2, q75: 2 });
  expect(ratiosOf([1, 1, 8], [1, 4, 4]).median).toBe(1);
});
