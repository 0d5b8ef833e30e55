import { describe, expect, it } from "vitest";
import { messagesOf, parseText } from "./parsing.ts";

/** What is told of a scenario whose base cannot be read, but for that. */
const told = (text: string) =>
  messagesOf(parseText(`extends: gone.yaml\n${text}`)).filter((one) => !one.includes("gone.yaml"));

describe("a scenario whose base cannot be read", () => {
  it.each([
    "calendar: { from: 2020-01-01 }",
    "calendar: { from: 2020-01-01, to: 2020-01-05 }",
    "cover: { select: { start: 0.2 }, illnesses: {} }",
    "cover: { level: { min: 0 }, illnesses: { any: { incidence: 1 % } } }",
    "members: { ages: 18-64, classes: { a: { lapse: 1 % }, b: {} } }",
    "joining: { initial: 0 }",
    "sharing: { caps: { perYear: 5 } }",
    "claims: { delay: { gamma: { mean: 5 days } } }",
  ])("is not blamed for what the base may have: %s", (text) => {
    expect(told(text)).toEqual([]);
  });

  it.each([
    ["cover: { mortality: [{ ages: 0-5, rate: 0.1 }, { ages: 7-9, rate: 0.1 }] }", "no rate for age 6"],
    ["cover: { mortality: [{ ages: 0-5 }] }", "found no rate"],
    ["sharing: { fee: none of these }", 'found "none of these"'],
    ["sharing: { sharers: no }", 'found "no"'],
  ])("is told what is wrong in itself: %s", (text, part) => {
    expect(told(text)).toHaveLength(1);
    expect(told(text)[0]).toContain(part);
  });
});
