import { describe, expect, it } from "vitest";
import type { Published } from "../../src/scenario/scenario.ts";
import { messagesOf, parseText, scenarioOf } from "./parsing.ts";

const pool = `title: A pool
calendar: { from: 2020-01-01, periods: 1, settle: { every: 1 year } }
group: [{ class: all, number: 1, claimProbability: 10 %, benefit: 1 }]
published:`;

const read = (entries: string, more: Record<string, string> = {}): readonly Published[] =>
  scenarioOf(parseText(`${pool}${entries}`, [], more)).published;

const mistakes = (entries: string) => messagesOf(parseText(`${pool}${entries}`));

/** How exactly a value is taken to be published, as it is written. */
const roundedOf = (value: string) => {
  const [one] = read(`\n  - { ask: mean(total.cost), value: ${value}, source: a book }`);
  return one.kind === "number" ? [one.value, one.rounded] : [];
};

describe("published numbers", () => {
  it("are none where nothing is said", () => {
    expect(read(" none")).toEqual([]);
  });

  it("are called by their question unless they have a name", () => {
    const [one, other] = read(`
  - { ask: mean(total.cost), value: 0.1, source: a book }
  - { quantity: expected cost, ask: mean(total.cost), value: 0.1, rounded: 0.05, source: a book }`);
    const known = { kind: "number", ask: "mean(total.cost)", value: 0.1, source: "a book" };
    expect(one).toEqual({ ...known, quantity: "mean(total.cost)", rounded: 0.1, standardError: 0 });
    expect(other).toEqual({ ...known, quantity: "expected cost", rounded: 0.05, standardError: 0 });
  });

  it("may be figures that both engines shall agree about", () => {
    expect(read("\n  - { sameInBothEngines: total.share }")).toEqual([
      {
        kind: "sameInBothEngines",
        figure: "total.share",
        quantity: "total.share",
        source: "the other engine",
      },
    ]);
  });

  it("come from a CSV file too, each with its digits", () => {
    const csv =
      'ask,value,source,quantity\nmean(total.cost),0.10,a book,\n"quantile(total.cost, 0.9)",3,a book,nine in ten';
    expect(read(" { file: numbers.csv }", { "numbers.csv": csv })).toEqual([
      {
        kind: "number",
        quantity: "mean(total.cost)",
        ask: "mean(total.cost)",
        value: 0.1,
        rounded: 0.01,
        standardError: 0,
        source: "a book",
      },
      {
        kind: "number",
        quantity: "nine in ten",
        ask: "quantile(total.cost, 0.9)",
        value: 3,
        rounded: 0,
        standardError: 0,
        source: "a book",
      },
    ]);
  });

  it.each([
    ["0.18084", [0.18084, 0.00001]],
    ["0.1300", [0.13, 0.0001]],
    [".5", [0.5, 0.1]],
    ["-1.25", [-1.25, 0.01]],
    ["13.967 %", [0.13967, 0.00001]],
    ["1.78 million", [1_780_000, 10_000]],
    ["2.5e-3", [0.0025, 0.0001]],
    ["0.00", [0, 0.01]],
    ["2800", [2800, 0]],
    ["28 %", [0.28, 0]],
    ["6e5", [600_000, 0]],
  ])("are known to the last decimal written, and exactly where none is: %s", (written, [value, rounded]) => {
    const found = roundedOf(written);
    expect(found[0]).toBeCloseTo(value, 15);
    expect(found[1]).toBeCloseTo(rounded, 15);
  });
});

describe("mistakes in published numbers", () => {
  it.each([
    [
      "{ value: 1, source: a book }",
      /published\[0\]: found none of these; allowed: exactly one of ask, sameInBothEngines/,
    ],
    ["{ ask: mean(total.cost), source: a book }", /published\[0\].value: found nothing; allowed: a number/],
    ["{ ask: mean(total.cost), value: 1 }", /published\[0\].source: found nothing/],
    ["{ ask: mean(total.cost), value: much, source: a book }", /published\[0\].value: found "much"/],
    [
      "{ ask: mean(total.cost), value: 1, rounded: -1, source: a book }",
      /rounded: found -1; allowed: a unit of 0 or more/,
    ],
    ["{ ask: mean(total.cost), valeu: 1, source: a book }", /valeu: .*did you mean "value"/],
    [
      "{ ask: mean(total.cost), sameInBothEngines: total.cost, value: 1, source: a book }",
      /found ask and sameInBothEngines; allowed: exactly one/,
    ],
    [
      "{ sameInBothEngines: total.cost, value: 1, source: a book }",
      /value: found 1; allowed: no such key beside sameInBothEngines/,
    ],
  ])("are told with their place: %s", (entry, message) => {
    const told = mistakes(`\n  - ${entry}`);
    expect(told.length).toBe(1);
    expect(told[0]).toMatch(/^x\.yaml:5:\d+ {2}published\[0\]/);
    expect(told[0]).toMatch(message);
  });
});
