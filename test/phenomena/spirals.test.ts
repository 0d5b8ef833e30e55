import { describe, expect, it } from "vitest";
import { answersTo } from "./answersTo.ts";
import { inMonth, spiral } from "./spirals.ts";

/** Share and members of the last of twenty months. */
const atLast = (worth: (cost: number) => number) =>
  answersTo(spiral(worth, 20), [inMonth(20, "share"), inMonth(20, "members")]).map(({ value }) => value);

/** A class is 1/16 wide, and so the path ends that near to where it would. */
const grid = 1 / 16;

describe("a textbook spiral comes to rest", () => {
  it("at 6, with four in five, where cover is worth 4 more than own cost", () => {
    const [share, members] = atLast((cost) => cost + 4);
    expect(Math.abs(share - 6)).toBeLessThan(grid);
    expect(Math.abs(members - 128)).toBeLessThanOrEqual(1);
  });

  it.each([1.25, 2])("at 10 m / (2 m - 1) where it is worth m = %f times own cost", (times) => {
    const [share, members] = atLast((cost) => times * cost);
    const expected = (10 * times) / (2 * times - 1);
    // The last steps stay out that are finer than a class; each would be as long as the one before, over 2 m.
    const steps = (2 * times) / (2 * times - 1);
    expect(Math.abs(share - expected)).toBeLessThan(grid * steps);
    expect(Math.abs(members / 160 - (1 - expected / times / 10))).toBeLessThan((grid / 10) * steps * 2);
  });

  it("with everybody in, where it is worth more than the mean cost to all", () => {
    expect(atLast((cost) => cost + 5.1)).toEqual([5, 160]);
  });

  it("with nobody, where it is worth less than own cost: not even the dearest would pay 9.97 for it", () => {
    const months = spiral((cost) => 0.99 * cost, 20);
    // The gap to 10 halves, from 5 in the first month to less than a class after eight more.
    const [ending] = answersTo(months, ["mean(ending.year)"]);
    expect(ending.value).toBeLessThan(2001 + 10 / 12);
  });
});
