import { expect, test } from "vitest";
import { atLeast, atMost, verdictOf } from "./target.ts";

test("a time within its target is met, within the stretch more than that, else missed", () => {
  const target = atMost(2, 1.25);
  expect([1.25, 1.26, 2, 2.01].map((ratio) => verdictOf(ratio, target))).toEqual([
    "stretch",
    "met",
    "met",
    "missed",
  ]);
});

test("of a speed more is better", () => {
  const target = atLeast(3, 10);
  expect([10, 9.9, 3, 2.9].map((ratio) => verdictOf(ratio, target))).toEqual([
    "stretch",
    "met",
    "met",
    "missed",
  ]);
});

test("a target without a stretch is met at most", () => {
  expect(verdictOf(0, atMost(1.2))).toBe("met");
  expect(verdictOf(99, atLeast(3))).toBe("met");
});
