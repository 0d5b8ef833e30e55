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
    "claims: { jury: { disputed: 20 %, granted: 50 % } }",
    "sharing: { premium: { amount: 5 } }",
    "sharing: { rule: conditionalMean }",
    "members: { ages: 18-64, classes: { all: { topUp: 50 % } } }",
    "cover: { illnesses: { any: { incidence: 1 %, movesTo: ill, benefit: { bills: { uniform: [0, 9] }, fixed: 1 % } } } }",
    "ending: { membersMoveTo: elderly }",
    "pools: { a: { joining: { initial: 5 }, cover: { illnesses: { mild: none } } }, b: none }",
    "changes: [{ from: 2020-05-01, pools: { a: { sharing: { fee: 5 % } } } }]",
    "shocks: { events: [{ name: x, from: 2020-01-01, to: 2020-02-01, putsOff: 5 % }] }",
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
