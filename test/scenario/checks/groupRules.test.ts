import { describe, expect, it } from "vitest";
import { messagesOf, onlyPool, parseExample, parseText } from "../parsing.ts";

const group = (rule: string, ...rows: string[]) =>
  parseText(
    `title: x\ncalendar: { from: 2020-01-01, periods: 1 }\nsharing: { rule: ${rule} }\ngroup:\n${rows.map((row, k) => `  - { class: r${k}, number: 1, ${row} }`).join("\n")}`,
  );

describe("the number of claims", () => {
  it("has a law by row", () => {
    expect(onlyPool(parseExample("counted.yaml")).group?.map(({ claims }) => claims)).toEqual([
      { kind: "poisson", mean: 0.5 },
      { kind: "geometric", mean: 0.2 },
      { kind: "negativeBinomial", mean: 0.4, shape: 2 },
      { kind: "atMostOne", probability: 0.1 },
    ]);
  });

  it("may be uncertain, and is named by its place", () => {
    const { group: rows } = onlyPool(
      group("equal", "claims: { negativeBinomial: { mean: { uniform: [1, 2] }, shape: 3 } }, benefit: 5"),
    );
    expect(rows?.[0].claims).toMatchObject({
      kind: "negativeBinomial",
      mean: { path: "group[0].claims.negativeBinomial.mean" },
      shape: 3,
    });
  });
});

describe("sharing rules", () => {
  const ruleOf = (rule: string) =>
    onlyPool(group(rule, "claimProbability: 0.1, benefit: 5")).stages[0].sharing.rule;

  it.each([
    ["equal", { kind: "equal" }],
    ["expectedCost", { kind: "expectedCost" }],
    ["meanProportional", { kind: "expectedCost" }],
    ["conditionalMean", { kind: "conditionalMean" }],
    ["linear", { kind: "linear", weights: null }],
    ["{ linear: { r0: 1 } }", { kind: "linear", weights: { r0: 1 } }],
    ["matrix", { kind: "matrix", network: null }],
    ["{ matrix: { network: none } }", { kind: "matrix", network: null }],
    ["{ matrix: { network: [[r0, r0]] } }", { kind: "matrix", network: [["r0", "r0"]] }],
    ["{ class: { r0: 120 % } }", { kind: "class", weights: { r0: 1.2 } }],
  ])("of a group: %s", (written, rule) => {
    expect(ruleOf(written)).toEqual(rule);
  });

  it.each([
    [
      "{ age: [{ ages: 60+, weight: 2 }] }",
      { kind: "age", bands: [{ ages: { from: 60, to: 120 }, weight: 2 }] },
    ],
    ["{ tenure: [1, 0.5] }", { kind: "tenure", weights: [1, 0.5] }],
    ["{ class: { all: 2 } }", { kind: "class", weights: { all: 2 } }],
    ["expectedCost", { kind: "expectedCost" }],
  ])("of an open pool: %s", (written, rule) => {
    const { stages } = onlyPool(parseText(`extends: pool.yaml\nsharing: { rule: ${written} }`));
    expect(stages[0].sharing.rule).toEqual(rule);
  });

  it.each(["conditionalMean", "linear", "matrix", "meanProportional"])(
    "of a closed group are not those of an open pool: %s",
    (rule) => {
      const told = messagesOf(parseText(`extends: pool.yaml\nsharing: { rule: ${rule} }`));
      expect(told).toHaveLength(1);
      expect(told[0]).toContain(`x.yaml:2:18  sharing.rule: found the rule ${rule} in an open pool`);
    },
  );

  it("may be by uncertain numbers where they are not computed before the run", () => {
    const row = "claimProbability: { uniform: [0.1, 0.2] }, benefit: { uniform: [5, 6] }";
    for (const rule of ["equal", "expectedCost"]) expect(messagesOf(group(rule, row))).toEqual([]);
    expect(messagesOf(group("matrix", row)).map((one) => one.split(": found")[0])).toEqual([
      "x.yaml:5:29  group[0].claimProbability",
      "x.yaml:5:72  group[0].benefit",
    ]);
  });

  it("by moments take amounts of any size, against bills too", () => {
    const bills = "benefit: { bills: { gamma: { mean: 5, sd: 2 } }, deductible: 1 }";
    for (const rule of ["linear", "matrix"])
      expect(messagesOf(group(rule, `claimProbability: 0.1, ${bills}`))).toEqual([]);
    expect(messagesOf(group("conditionalMean", `claimProbability: 0.1, ${bills}`))[0]).toContain(
      "group[0].benefit: found an amount of any size",
    );
  });

  it("by conditional means take amounts of one step each and in all", () => {
    const of = (...benefits: string[]) =>
      messagesOf(
        group("conditionalMean", ...benefits.map((one) => `claimProbability: 0.1, benefit: ${one}`)),
      );
    expect(of("0.1", "0.25")).toEqual([]);
    expect(of("0.33333333", "1")[0]).toContain("group[0].benefit: found an amount in no such step");
    expect(of("0", "0")).toEqual([]);
  });
});

describe("the fast engine", () => {
  it.each([
    ["linear", "claimProbability: 0.1", "fast beside the rule linear"],
    ["matrix", "claims: { poisson: 1 }", "fast beside the rule matrix"],
    ["conditionalMean", "claims: { poisson: 1 }", "fast beside the rule conditionalMean"],
    [
      "equal",
      "claims: { negativeBinomial: { mean: 1, shape: 2 } }",
      "fast beside claims by negativeBinomial",
    ],
  ])("cannot count claims one by one: %s, %s", (rule, claims, part) => {
    const rows = `group: [{ class: a, number: 1, ${claims}, benefit: 5 }]`;
    const text = (engine: string) =>
      parseText(
        `title: x\nengine: ${engine}\ncalendar: { from: 2020-01-01, periods: 1 }\nsharing: { rule: ${rule} }\n${rows}`,
      );
    expect(messagesOf(text("fast"))).toEqual([
      `x.yaml:2:9  engine: found ${part}; allowed: exact or auto: these claims are counted one by one`,
    ]);
    expect(messagesOf(text("exact"))).toEqual([]);
  });

  it("may be asked for by the other groups, not beside losses", () => {
    expect(messagesOf(parseExample("group.yaml", ["engine=fast"]))).toEqual([]);
    expect(messagesOf(parseExample("losses.yaml", ["engine=fast"]))[0]).toContain("fast beside `losses`");
  });
});
