import { expect, test } from "vitest";
import { inTurn } from "./inTurn.ts";

test("the sides take turns, repetition after repetition", () => {
  const calls: string[] = [];
  const side = (name: string) => (repetition: number) => {
    calls.push(`${name}${repetition}`);
    return `${name}${repetition}`;
  };
  const results = inTurn(2, [side("a"), side("b")]);
  expect(calls).toEqual(["a0", "b0", "a1", "b1"]);
  expect(results).toEqual([
    ["a0", "a1"],
    ["b0", "b1"],
  ]);
});
